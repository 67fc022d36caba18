// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.LwktCompiler;
import org.lwkt.dsl.diagnostics.WarningLevels.Level;

/** How much warnings matter is said by their codes. */
class WarningLevelsTest {
    /** An error in line 1, and warnings in lines 2 and 3. */
    private static final String TEXT = """
            scenario "s" { thread t { %s }
            thread u { exit run 1ms }
            thread v { repeat 0 { run 1ms } } }
            """;

    private static final LwktCompiler COMPILER = LwktCompiler.create();

    private static List<String> severities(Map<String, Level> levels, String body) {
        return compile(levels, body).diagnostics().stream()
                .map(it -> it.line() + " " + it.severity())
                .toList();
    }

    private static Compilation compile(Map<String, Level> levels, String body) {
        COMPILER.warnings(levels);
        return COMPILER.compile("t.lwkt", TEXT.formatted(body));
    }

    @Test
    void thoseThatAreLeftOutAreWarnings() {
        assertEquals(List.of("2 WARNING", "3 WARNING"), severities(Map.of(), "run 1ms"));
        assertEquals(List.of("2 WARNING", "3 INFO"), severities(Map.of("no-turns", Level.INFO), "run 1ms"));
    }

    @Test
    void whatIsIgnoredIsNotReported() {
        assertEquals(List.of("3 WARNING"), severities(Map.of("unreachable", Level.IGNORE), "run 1ms"));
    }

    @Test
    void aFileWhoseWarningIsAnErrorIsNotRun() {
        Compilation compilation = compile(Map.of("unreachable", Level.ERROR), "run 1ms");
        assertTrue(compilation.hasErrors());
        assertEquals(List.of(), compilation.sweeps());
        assertFalse(compile(Map.of("unreachable", Level.INFO), "run 1ms").hasErrors());
    }

    @Test
    void anErrorStaysOne() {
        assertEquals(
                List.of("1 ERROR", "2 WARNING", "3 WARNING"),
                severities(Map.of("unknown-name", Level.IGNORE, "type", Level.IGNORE), "schedule nobody"));
    }

    @Test
    void theDocumentationHasAllCodes() {
        String text = Compiler.read(Path.of("..", "docs", "language.md"));
        String part = text.substring(text.indexOf("### What is warned of"), text.indexOf("## Events"));
        TreeSet<String> codes = part.lines()
                .filter(it -> it.startsWith("| `"))
                .flatMap(it -> Pattern.compile("`([a-z-]+)`")
                        .matcher(it.substring(0, it.indexOf('|', 1)))
                        .results())
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(WarningLevels.CODES), codes);
    }
}
