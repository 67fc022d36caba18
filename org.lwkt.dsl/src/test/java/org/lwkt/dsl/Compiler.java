// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lwkt.runtime.scenario.Scenario;

/** One compiler for all tests, and short ways to use it. */
public final class Compiler {
    public static final LwktCompiler SHARED = LwktCompiler.create();

    private Compiler() {}

    public static Compilation compile(String text) {
        Compilation compilation = SHARED.compile("t.lwkt", text);
        compilation.defect().ifPresent(defect -> {
            throw new AssertionError("the compiler failed on:\n" + text, defect);
        });
        return compilation;
    }

    /** As {@code line:column: severity: message}. */
    public static List<String> diagnostics(String text) {
        return compile(text).diagnostics().stream()
                .map(it -> it.toString().substring("t.lwkt:".length()))
                .toList();
    }

    /** The scenarios of a text without errors. */
    public static List<Scenario> scenarios(String text) {
        Compilation compilation = compile(text);
        if (compilation.hasErrors()) {
            throw new AssertionError(compilation.diagnostics() + "\n" + text);
        }
        return compilation.scenarios();
    }

    public static Scenario scenario(String text) {
        List<Scenario> scenarios = scenarios(text);
        if (scenarios.size() != 1) {
            throw new AssertionError("one scenario expected: " + scenarios.size());
        }
        return scenarios.get(0);
    }

    /** The files of the repository's {@code examples}, by name. */
    public static List<Path> examples() {
        return files(Path.of("..", "examples"));
    }

    /** The files in a folder, by name. */
    static List<Path> files(Path relative) {
        Path folder = relative.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(it -> it.toString().endsWith(".lwkt")).sorted().toList();
            if (found.isEmpty()) {
                throw new AssertionError("no files in " + folder);
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
