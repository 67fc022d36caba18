// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import org.lwkt.runtime.source.TimeText;

/** Virtual times in columns, where {@link TimeText} alone would be too wide or not aligned. */
final class Times {
    private static final int TABLE_WIDTH = 12;
    private static final String[] UNITS = {"ns", "us", "ms", "s"};
    private static final long[] UNIT_NS = {1, 1_000, 1_000_000, 1_000_000_000};

    private Times() {}

    /** At most twelve columns: a time with more digits loses the last ones and gets a {@code ~}. */
    static String brief(long timeNs) {
        String exact = TimeText.of(timeNs);
        if (exact.length() <= TABLE_WIDTH) {
            return exact;
        }
        int unit = unitOf(timeNs);
        int room = TABLE_WIDTH - 1 - UNITS[unit].length();
        String digits = decimal(timeNs, unit, 0);
        String kept = digits.substring(0, Math.max(room, digits.indexOf('.')));
        return "~" + (kept.endsWith(".") ? kept.substring(0, kept.length() - 1) : kept) + UNITS[unit];
    }

    /** {@code -} for a time that never came. */
    static String briefOrNever(long timeNs) {
        return timeNs < 0 ? "-" : brief(timeNs);
    }

    /** The unit in which a column of times up to {@code largestNs} reads best, as an index. */
    static int unitOf(long largestNs) {
        int unit = 0;
        while (unit + 1 < UNITS.length && largestNs >= UNIT_NS[unit + 1]) {
            unit++;
        }
        return unit;
    }

    static String unitName(int unit) {
        return UNITS[unit];
    }

    /** How many decimals the time needs in the unit. */
    static int decimals(long timeNs, int unit) {
        long fraction = timeNs % UNIT_NS[unit];
        int decimals = 3 * unit;
        while (decimals > 0 && fraction % 10 == 0) {
            fraction /= 10;
            decimals--;
        }
        return decimals;
    }

    /** The time in the unit, with at least so many decimals and without the unit. */
    static String decimal(long timeNs, int unit, int leastDecimals) {
        int decimals = Math.max(leastDecimals, decimals(timeNs, unit));
        String whole = Long.toString(timeNs / UNIT_NS[unit]);
        if (decimals == 0) {
            return whole;
        }
        String fraction = Long.toString(UNIT_NS[unit] + timeNs % UNIT_NS[unit]).substring(1);
        return whole + "." + fraction.substring(0, decimals);
    }
}
