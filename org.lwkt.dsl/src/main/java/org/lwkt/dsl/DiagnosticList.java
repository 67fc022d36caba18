// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Diagnostics in the order and number in which they are shown. */
final class DiagnosticList {
    static final int SHOWN_MAX = 200;

    private DiagnosticList() {}

    /** By place, without repetitions; where there are too many, errors are preferred. */
    static List<Diagnostic> of(List<Diagnostic> found) {
        List<Diagnostic> all =
                found.stream().distinct().sorted(Diagnostic.BY_PLACE).toList();
        if (all.size() <= SHOWN_MAX) {
            return all;
        }
        List<Diagnostic> byImportance =
                all.stream().sorted(Comparator.comparing(Diagnostic::severity)).toList();
        List<Diagnostic> shown = new ArrayList<>(byImportance.subList(0, SHOWN_MAX));
        shown.sort(Diagnostic.BY_PLACE);
        Diagnostic next = byImportance.get(SHOWN_MAX);
        shown.add(new Diagnostic(
                next.severity(),
                next.file(),
                next.line(),
                next.column(),
                next.line(),
                next.column(),
                "... and " + (all.size() - SHOWN_MAX) + " more",
                "more"));
        return shown;
    }
}
