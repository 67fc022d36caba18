// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.util.Comparator;

/**
 * What is wrong with a file, and where. Lines and columns count from 1; the end is behind the last character.
 *
 * @param file the name that the caller gave
 * @param code one of {@link org.lwkt.dsl.diagnostics.IssueCodes}
 */
public record Diagnostic(
        Severity severity, String file, int line, int column, int endLine, int endColumn, String message, String code) {
    /** By place; at one place errors come first. */
    static final Comparator<Diagnostic> BY_PLACE = Comparator.comparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::message);

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column: error: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + word() + ": " + message;
    }

    private String word() {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
