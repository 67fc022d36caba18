// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns. Columns of text are shortened, the widest first, where the table would be too wide. */
final class Table {
    private static final String GAP = "  ";
    private static final int LEAST_NAME_WIDTH = 8;

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] right;

    /** @param headings a heading that starts with {@code >} is of a column aligned to the right; no line where all are empty */
    Table(String... headings) {
        right = new boolean[headings.length];
        String[] row = new String[headings.length];
        for (int column = 0; column < headings.length; column++) {
            right[column] = headings[column].startsWith(">");
            row[column] = right[column] ? headings[column].substring(1) : headings[column];
        }
        if (!String.join("", row).isEmpty()) {
            rows.add(row);
        }
    }

    /** @param cells as many as there are headings; not yet cleaned */
    void row(String... cells) {
        String[] row = new String[right.length];
        for (int column = 0; column < row.length; column++) {
            row[column] = Text.clean(cells[column]);
        }
        rows.add(row);
    }

    /** The lines, headings first, without blanks at their ends. */
    List<String> lines(int columns, TextStyle style) {
        int[] widths = widths();
        fit(widths, columns);
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            lines.add(line(row, widths, style));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[right.length];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Text.width(row[column]));
            }
        }
        return widths;
    }

    private void fit(int[] widths, int columns) {
        int excess = GAP.length() * (widths.length - 1) - columns;
        for (int width : widths) {
            excess += width;
        }
        for (; excess > 0; excess--) {
            int widest = widestText(widths);
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    /** The widest column of text that can still be cut, or -1. Numbers are never cut: a part of one misleads. */
    private int widestText(int[] widths) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            boolean isText = !right[column] && widths[column] > LEAST_NAME_WIDTH;
            if (isText && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private String line(String[] row, int[] widths, TextStyle style) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String cell = Text.shorten(row[column], widths[column], style.ellipsis());
            line.append(column == 0 ? "" : GAP)
                    .append(right[column] ? Text.padLeft(cell, widths[column]) : Text.padRight(cell, widths[column]));
        }
        return line.toString().stripTrailing();
    }
}
