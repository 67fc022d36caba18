// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.report.table.RunRow;
import org.lwkt.report.table.RunTable;

/** What the runs of a scenario with parameters say about its lines: how many of them hold, and the first that does not. */
final class SweepNotes {
    private static final String GOOD = "\u2713 ";
    private static final String BAD = "\u2717 ";

    private SweepNotes() {}

    static List<LineNote> of(Finished finished) {
        RunTable table = finished.table();
        List<LineNote> notes = new ArrayList<>();
        notes.add(new LineNote(
                table.position().line(),
                table.position().column(),
                holds(table, table.held(), table.firstFailed().orElse(null), "")));
        for (int i = 0; i < finished.expectations().size(); i++) {
            int expectation = i;
            RunRow first = table.rows().stream()
                    .filter(it -> !it.expectations().get(expectation).held())
                    .findFirst()
                    .orElse(null);
            long held = table.rows().stream()
                    .filter(it -> it.expectations().get(expectation).held())
                    .count();
            String actual = first == null ? "" : first.expectations().get(i).actual();
            notes.add(new LineNote(
                    finished.expectations().get(i).line(),
                    finished.expectations().get(i).column(),
                    holds(table, held, first, actual)));
        }
        return List.copyOf(notes);
    }

    private static String holds(RunTable table, long held, RunRow firstFailed, String actual) {
        String counts = held + " of " + table.rows().size() + " combinations hold";
        return firstFailed == null
                ? GOOD + counts
                : BAD + counts + ", not " + table.words(firstFailed) + (actual.isEmpty() ? "" : ": " + actual);
    }
}
