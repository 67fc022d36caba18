// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.report.table.RunRow;
import org.lwkt.report.table.RunTable;
import org.lwkt.runtime.source.TimeText;

/** The runs of a scenario with parameters for a person: one line a run, with the values that the expectations are about. */
public final class SweepReport {
    private static final String INDENT = "  ";
    private static final int COLUMNS = 160;

    private final TextStyle style;

    public SweepReport(TextStyle style) {
        this.style = style;
    }

    /** Ended by a line end. */
    public String of(RunTable table) {
        StringBuilder text = new StringBuilder();
        boolean held = table.held() == table.rows().size();
        String outcome = held ? "HELD" : "FAILED";
        text.append(held ? style.good(outcome) : style.bad(outcome))
                .append(style.heading("  scenario \"" + Text.clean(table.scenario()) + "\": "
                        + Numbers.count(table.held()) + " of "
                        + Numbers.of(table.rows().size(), "run", "runs") + " held"))
                .append('\n');
        if (table.position().isKnown()) {
            text.append(INDENT).append(table.position()).append('\n');
        }
        text.append('\n');
        for (int i = 0; i < table.expectations().size(); i++) {
            text.append(INDENT)
                    .append("(" + (i + 1) + ") ")
                    .append(Text.clean(table.expectations().get(i)))
                    .append('\n');
        }
        text.append(table.expectations().isEmpty() ? "" : "\n");
        rows(table)
                .lines(COLUMNS, style)
                .forEach(line -> text.append(INDENT).append(line).append('\n'));
        return text.toString();
    }

    private static Table rows(RunTable table) {
        List<String> headings = new ArrayList<>(List.of(">run"));
        table.parameters().forEach(it -> headings.add(">" + Text.clean(it)));
        headings.add("outcome");
        for (int i = 1; i <= table.expectations().size(); i++) {
            headings.add("(" + i + ")");
        }
        headings.addAll(List.of("end", ">digest"));
        Table rows = new Table(headings.toArray(String[]::new));
        for (RunRow row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(row.run())));
            cells.addAll(row.values());
            cells.add(outcome(row));
            row.expectations()
                    .forEach(it -> cells.add(it.actual().isEmpty() ? it.held() ? "held" : "failed" : it.actual()));
            cells.add(row.end() + " at " + TimeText.of(row.endNs()));
            cells.add(row.digest());
            rows.row(cells.toArray(String[]::new));
        }
        return rows;
    }

    private static String outcome(RunRow row) {
        if (row.held()) {
            return "held";
        }
        return row.failed().isEmpty()
                ? "FAILED"
                : "FAILED " + row.failed().stream().map(it -> "(" + it + ")").collect(Collectors.joining(" "));
    }
}
