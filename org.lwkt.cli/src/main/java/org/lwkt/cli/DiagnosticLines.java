// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.report.text.DiagnosticLine;

/** Diagnostics as the lines that editors and build servers know: {@code file:line:col: error: text}. */
final class DiagnosticLines {
    private DiagnosticLines() {}

    static String of(List<Language.Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(it -> DiagnosticLine.of(it.position(), it.severity().word(), it.message()))
                .collect(Collectors.joining("\n"));
    }
}
