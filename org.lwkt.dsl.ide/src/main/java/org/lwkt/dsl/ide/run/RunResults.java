// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import com.google.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the last runs found, by document: the only place that keeps it. Results belong to the text that was run. They are not
 * shown beside any other text, and are back when an edit is undone; a run of another text replaces them. Thread safe.
 */
@Singleton
public final class RunResults {
    private static final String BETWEEN = " \u00b7 ";

    private final Map<String, Found> byUri = new ConcurrentHashMap<>();

    /** The notes of the scenarios that were run from {@code text}, by scenario. */
    private record Found(String text, Map<String, List<LineNote>> notes) {}

    /** Results of cancelled runs tell of a part only and are left out. */
    void add(String uri, String text, List<Finished> results) {
        byUri.compute(uri, (key, old) -> {
            Map<String, List<LineNote>> notes = new TreeMap<>();
            if (old != null && old.text().equals(text)) {
                notes.putAll(old.notes());
            }
            for (Finished finished : results) {
                if (!finished.stopped()) {
                    notes.put(
                            finished.name(),
                            finished.result() == null ? SweepNotes.of(finished) : RunNotes.of(finished.result()));
                }
            }
            return new Found(text, notes);
        });
    }

    void forget(String uri) {
        byUri.remove(uri);
    }

    /** What to show at the ends of lines, counted from 1; nothing where the document's text is another by now. */
    Map<Integer, String> lines(String uri, String text) {
        Found found = byUri.get(uri);
        if (found == null || !found.text().equals(text)) {
            return Map.of();
        }
        return found.notes().values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingInt(LineNote::line).thenComparingInt(LineNote::column))
                .collect(Collectors.toMap(
                        LineNote::line, LineNote::text, (one, other) -> one + BETWEEN + other, TreeMap::new));
    }
}
