// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.table;

import java.util.List;
import java.util.Optional;
import org.lwkt.runtime.source.SourcePosition;

/**
 * The runs of one scenario.
 *
 * @param parameters their names; none where the scenario has a single run
 * @param expectations as they are written
 * @param rows in the order of the combinations; fewer than there are combinations where the user stopped it or there is something wrong with one
 */
public record RunTable(
        String scenario,
        SourcePosition position,
        List<String> parameters,
        List<String> expectations,
        List<RunRow> rows) {
    public RunTable {
        parameters = List.copyOf(parameters);
        expectations = List.copyOf(expectations);
        rows = List.copyOf(rows);
    }

    public long held() {
        return rows.stream().filter(RunRow::held).count();
    }

    /** The first run that did not hold. */
    public Optional<RunRow> firstFailed() {
        return rows.stream().filter(it -> !it.held()).findFirst();
    }

    /** {@code machine.cpus = 4, work = 1ms}. */
    public String words(RunRow row) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(parameters.get(i))
                    .append(" = ")
                    .append(row.values().get(i));
        }
        return words.toString();
    }
}
