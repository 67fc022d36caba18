// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lwkt.runtime.scenario.Sweep;
import org.lwkt.runtime.source.SourcePosition;

/** What the commands need of the language. */
interface Language {
    String ENDING = ".lwkt";

    /** Where imports of the class path are looked for from now on. */
    default void lookIn(ClassLoader classPath) {}

    /** The codes of all warnings. */
    default List<String> warningCodes() {
        return List.of();
    }

    /** What a warning can be. */
    default List<String> warningLevels() {
        return List.of();
    }

    /** Of these codes, warnings are these levels from now on; the others are warnings. */
    default void warnings(Map<String, String> levels) {}

    /** Parses, links, validates and lowers one file. Never throws for what a file may hold. */
    Checked check(Input input, byte[] content);

    /** Lays out one file. Never throws for what a file may hold. */
    Formatted format(Input input, byte[] content);

    /**
     * A file after the check.
     *
     * @param diagnostics in the order of the file
     * @param scenarios with all their runs, in the order of the file; none where there is an error
     * @param defect why the language itself failed on the file, if it did; there is a diagnostic too
     */
    record Checked(
            List<Diagnostic> diagnostics, List<Sweep> scenarios, Generator generator, Optional<Throwable> defect) {
        boolean hasErrors() {
            return diagnostics.stream().anyMatch(Diagnostic::isError);
        }
    }

    /**
     * A file after the formatter.
     *
     * @param content empty where the file has syntax errors
     * @param problems why there is no content
     * @param defect why the formatter itself failed on the file, if it did; there is a problem too
     */
    record Formatted(Optional<byte[]> content, List<Diagnostic> problems, Optional<Throwable> defect) {}

    /** A message about a place. */
    record Diagnostic(SourcePosition position, Severity severity, String message) {
        boolean isError() {
            return severity == Severity.ERROR;
        }
    }

    /** How much a message matters. */
    enum Severity {
        ERROR("error"),
        WARNING("warning"),
        INFO("info");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Makes the Java of a checked file without errors. */
    interface Generator {
        /**
         * @param packageName of the generated classes, or {@code null} for what the file says
         * @param junit whether there is a JUnit class for each scenario besides
         * @throws InputException where there is no Java for the file
         */
        List<GeneratedFile> generate(String packageName, boolean junit) throws InputException;
    }

    /**
     * A generated source file.
     *
     * @param path relative to the output directory, with slashes
     */
    record GeneratedFile(String path, String text) {}
}
