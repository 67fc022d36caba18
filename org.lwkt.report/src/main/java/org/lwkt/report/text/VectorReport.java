// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.List;
import org.lwkt.runtime.conformance.VectorOutcome;

/** What became of conformance vectors, for a person. */
public final class VectorReport {
    private static final String GAP = " | ";

    private final TextStyle style;

    public VectorReport(TextStyle style) {
        this.style = style;
    }

    /** The first difference of a vector that failed: the line of the file beside what the kernel did. */
    public String failure(VectorOutcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append(style.bad("FAILED"))
                .append("  ")
                .append(Text.clean(outcome.name()))
                .append("  ")
                .append(Text.clean(outcome.fileName()))
                .append(':')
                .append(outcome.line())
                .append('\n');
        String number = "  line " + outcome.line();
        int half = (TextStyle.WIDTH - number.length() - 2 * GAP.length()) / 2;
        List<String> expected = Text.pieces(Text.clean(outcome.expected()), half);
        List<String> actual = Text.pieces(Text.clean(outcome.actual()), half);
        int left = Math.max("expected".length(), widest(expected));
        appendRow(text, " ".repeat(number.length()), "expected", left, "actual");
        for (int row = 0; row < Math.max(expected.size(), actual.size()); row++) {
            String label = row == 0 ? number : " ".repeat(number.length());
            appendRow(text, label, at(expected, row), left, at(actual, row));
        }
        return text.toString();
    }

    private static int widest(List<String> lines) {
        int widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, Text.width(line));
        }
        return widest;
    }

    private static String at(List<String> lines, int row) {
        return row < lines.size() ? lines.get(row) : "";
    }

    private static void appendRow(StringBuilder text, String label, String expected, int left, String actual) {
        String row = label + GAP + Text.padRight(expected, left) + GAP + actual;
        text.append(row.stripTrailing()).append('\n');
    }

    /** The last line: {@code 68 vectors, 68 passed, 0 failed}. */
    public String summary(int passed, int failed) {
        String counts = (passed + failed) + " vectors, " + passed + " passed, " + failed + " failed";
        return failed == 0 ? style.good(counts) : style.bad(counts);
    }
}
