// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables as JSON, one object a line for each run, so that tools that work by lines can be used as well. {@code version} changes
 * when something is taken away or means something else; members may be added at any time.
 */
public final class JsonTables {
    private static final int VERSION = 1;

    private JsonTables() {}

    public static String of(List<RunTable> tables) {
        return "{\"version\": " + VERSION + ", \"scenarios\": ["
                + tables.stream().map(JsonTables::of).collect(Collectors.joining(",\n")) + "]}\n";
    }

    private static String of(RunTable table) {
        return "{\"name\": " + text(table.scenario()) + ", \"file\": "
                + text(table.position().file()) + ", \"line\": "
                + table.position().line() + ", \"column\": "
                + table.position().column() + ",\n\"parameters\": " + texts(table.parameters())
                + ",\n\"expectations\": " + texts(table.expectations()) + ",\n\"runs\": [\n"
                + table.rows().stream().map(row -> of(row, table)).collect(Collectors.joining(",\n")) + "]}";
    }

    private static String of(RunRow row, RunTable table) {
        String parameters = IntStream.range(0, table.parameters().size())
                .mapToObj(i -> text(table.parameters().get(i)) + ": "
                        + text(row.values().get(i)))
                .collect(Collectors.joining(", "));
        String expectations = row.expectations().stream()
                .map(it -> "{\"outcome\": "
                        + text(it.outcome().name().toLowerCase(Locale.ROOT)) + ", \"actual\": " + text(it.actual())
                        + "}")
                .collect(Collectors.joining(", "));
        return "{\"run\": " + row.run() + ", \"parameters\": {" + parameters + "}, \"outcome\": "
                + text(row.held() ? "held" : "failed")
                + ", \"failed\": " + row.failed() + ", \"expectations\": [" + expectations + "], \"end\": "
                + text(row.end()) + ", \"endNs\": " + row.endNs() + ", \"steps\": " + row.steps() + ", \"switches\": "
                + row.switches() + ", \"digest\": " + text(row.digest()) + "}";
    }

    private static String texts(List<String> values) {
        return values.stream().map(JsonTables::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> text.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
