// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import org.lwkt.runtime.source.TimeText;

/**
 * Virtual time cut into columns of one round length each.
 *
 * @param columnNs length of a column, in nanoseconds
 * @param columns how many there are, at least 1
 */
record TimeScale(long columnNs, int columns) {
    private static final long[] ROUND = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

    /** The finest round scale on which the time from 0 to {@code endNs} takes at most {@code mostColumns}. */
    static TimeScale of(long endNs, int mostColumns) {
        for (long step = 1; step < 10; step++) {
            if (columnsOf(endNs, step) <= mostColumns) {
                return new TimeScale(step, (int) columnsOf(endNs, step));
            }
        }
        for (long power = 1; ; power *= 10) {
            for (long mantissa : ROUND) {
                long columns = columnsOf(endNs, mantissa * power);
                if (columns <= mostColumns) {
                    return new TimeScale(mantissa * power, (int) columns);
                }
            }
        }
    }

    private static long columnsOf(long endNs, long stepNs) {
        return Math.max(1, endNs / stepNs + (endNs % stepNs == 0 ? 0 : 1));
    }

    /** The column of an instant; the end of the last column belongs to it. */
    int columnOf(long timeNs) {
        return (int) Math.min(timeNs / columnNs, columns - 1);
    }

    long startOf(int column) {
        return column * columnNs;
    }

    /** Where the column ends, in nanoseconds; the last one takes all that is left. */
    long endOf(int column) {
        return column == columns - 1 ? Long.MAX_VALUE : startOf(column + 1);
    }

    /**
     * Times above every tenth column, or every twentieth where they are long.
     *
     * @param room columns that the line may take, at least as many as there are
     */
    String axis(int room) {
        int spacing = 10;
        int last = (columns - 1) / spacing * spacing;
        if (TimeText.of(startOf(last)).length() > spacing - 2) {
            spacing = 20;
        }
        StringBuilder axis = new StringBuilder();
        for (int column = 0; column < columns; column += spacing) {
            String label = "|" + (column == 0 ? "0" : TimeText.of(startOf(column)));
            if (column + label.length() > room) {
                break;
            }
            axis.append(label).append(" ".repeat(Math.max(0, spacing - label.length())));
        }
        return axis.toString().stripTrailing();
    }
}
