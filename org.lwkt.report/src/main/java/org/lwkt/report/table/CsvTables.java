// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as comma-separated values (RFC 4180, but with a line feed): a heading line, a line for each run. The columns are
 * {@code scenario}, {@code run} from 1, one of the name of each parameter, {@code outcome} (held or failed), {@code failed} (the
 * numbers of the expectations that did not hold), one with the value of each expectation, {@code end}, {@code end_ns}, {@code steps},
 * {@code switches} and {@code digest}. Tables have different columns; an empty line stands between two.
 */
public final class CsvTables {
    private CsvTables() {}

    public static String of(List<RunTable> tables) {
        return tables.stream().map(CsvTables::of).collect(Collectors.joining("\n"));
    }

    private static String of(RunTable table) {
        StringBuilder text = new StringBuilder();
        List<String> heading = new ArrayList<>(List.of("scenario", "run"));
        heading.addAll(table.parameters());
        heading.addAll(List.of("outcome", "failed"));
        heading.addAll(table.expectations());
        heading.addAll(List.of("end", "end_ns", "steps", "switches", "digest"));
        line(text, heading);
        for (RunRow row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(table.scenario(), String.valueOf(row.run())));
            cells.addAll(row.values());
            cells.add(row.held() ? "held" : "failed");
            cells.add(row.failed().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            row.expectations().forEach(it -> cells.add(it.actual()));
            cells.addAll(List.of(
                    row.end(),
                    String.valueOf(row.endNs()),
                    String.valueOf(row.steps()),
                    String.valueOf(row.switches()),
                    row.digest()));
            line(text, cells);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(CsvTables::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String cell(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
