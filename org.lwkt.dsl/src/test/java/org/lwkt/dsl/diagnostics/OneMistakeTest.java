// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Diagnostic;
import org.lwkt.dsl.Severity;

/**
 * Files with one mistake each, and the one message that their author reads: {@code one-mistake.txt}, and {@code habits.txt}
 * for what people write who come from C or from another language. In {@code near-miss.txt} are others without one.
 */
class OneMistakeTest {
    private static final String BEGIN = "=== ";
    private static final String MESSAGE = "--- ";

    private record Case(String name, String source, List<String> messages) {}

    @TestFactory
    Stream<DynamicTest> haveOneMessageAtTheRightPlace() throws IOException {
        List<Case> cases = cases();
        assertTrue(cases.size() >= 60, "only " + cases.size() + " cases");
        Set<String> names = new HashSet<>();
        cases.forEach(it -> assertTrue(names.add(it.name), it.name));
        return cases.stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.name, () -> assertEquals(it.messages, Compiler.diagnostics(it.source))));
    }

    @Test
    void theWarningsAreThoseThatCanBeMoreOrLess() throws IOException {
        Set<String> warnings = new HashSet<>();
        for (Case it : cases()) {
            for (Diagnostic diagnostic : Compiler.compile(it.source).diagnostics()) {
                boolean warning = diagnostic.severity() == Severity.WARNING;
                assertEquals(warning, WarningLevels.CODES.contains(diagnostic.code()), diagnostic::toString);
                warnings.add(diagnostic.code());
            }
        }
        assertTrue(warnings.contains(IssueCodes.NOT_HELD) && warnings.contains(IssueCodes.SYNTAX));
    }

    @TestFactory
    Stream<DynamicTest> haveNoMessageWhereTheyAreOnlyJustRight() throws IOException {
        return Stream.of(text("near-miss.txt").split("(?m)^" + BEGIN))
                .filter(it -> !it.isBlank() && !it.startsWith("//"))
                .map(it -> DynamicTest.dynamicTest(
                        it.substring(0, it.indexOf('\n')),
                        () -> assertEquals(List.of(), Compiler.diagnostics(it.substring(it.indexOf('\n') + 1)))));
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        String text = text("one-mistake.txt") + text("habits.txt");
        for (String part : text.split("(?m)^" + BEGIN)) {
            if (part.isBlank() || part.startsWith("//")) {
                continue;
            }
            int nameEnd = part.indexOf('\n');
            int messageStart = part.indexOf("\n" + MESSAGE);
            List<String> messages = part.substring(messageStart + 1)
                    .lines()
                    .filter(it -> !it.isBlank())
                    .map(it -> it.substring(MESSAGE.length()))
                    .toList();
            cases.add(new Case(part.substring(0, nameEnd), part.substring(nameEnd + 1, messageStart + 1), messages));
        }
        return cases;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = OneMistakeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
