// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Diagnostic;
import org.lwkt.dsl.Samples;

class ParserGuardTest {
    private static String nested(int blocks) {
        return Samples.body("critical { ".repeat(blocks) + "run 1ms " + "} ".repeat(blocks));
    }

    @Test
    void asManyBlocksAsAllowedAreUnderstood() {
        assertEquals(List.of(), Compiler.diagnostics(nested(ParserGuard.NESTING_MAX - 2)));
    }

    @Test
    void oneBlockMoreIsRefusedAtItsPlace() {
        int column = 9 + 11 * (ParserGuard.NESTING_MAX - 2) + "critical ".length();
        assertEquals(
                List.of("3:" + column + ": error: nested more than 64 levels deep: the rest of the file is not read"),
                Compiler.diagnostics(nested(ParserGuard.NESTING_MAX - 1)));
    }

    @Test
    void twentyThousandBlocksAreRefused() {
        assertEquals(
                List.of("3:700: error: nested more than 64 levels deep: the rest of the file is not read"),
                Compiler.diagnostics(nested(20_000)));
    }

    @Test
    void twentyThousandBracesAreRefused() {
        for (String brace : List.of("{", "(", "[", "{(")) {
            assertEquals(1, Compiler.diagnostics(brace.repeat(20_000)).size(), brace);
        }
    }

    @Test
    void chainsOfOperatorsAreRefused() {
        assertEquals(
                List.of("1:1009: error: more than 1000 operators in one expression: the rest of the file is not read"),
                Compiler.diagnostics("package " + ".".repeat(20_000)));
        assertEquals(
                1,
                Compiler.diagnostics(Samples.body("run 1ms" + " + 1ms".repeat(20_000)))
                        .size());
        assertEquals(1, Compiler.diagnostics("package a" + ".a".repeat(20_000)).size());
    }

    @Test
    void wordsThatJoinValuesAreOperatorsAsWell() {
        for (String value : List.of("true", "started(t)", "not (1 > 2)", "not ended(t)", "k held", "k held by self")) {
            for (String word : List.of(" and ", " or ")) {
                assertEquals(
                        1,
                        Compiler.diagnostics(
                                        "token k " + Samples.body("assert " + value + (word + value).repeat(5_000)))
                                .size(),
                        value);
            }
        }
        assertEquals(
                1,
                Compiler.diagnostics(Samples.body("run 1ms * cpu_of(t)" + " + 1ms * cpu_of(t)".repeat(5_000)))
                        .size());
    }

    @Test
    void manyShortExpressionsAreNoChain() {
        assertTrue(ParserGuard.check("assert a and not b or k held by self and c is d\n".repeat(5_000))
                .isEmpty());
        assertTrue(ParserGuard.check("if a(b) or c(d) and e { f(1, 2) } else { g[3](4 + 5) }\n".repeat(5_000))
                .isEmpty());
        assertTrue(ParserGuard.check("f(1, 2) + 3 f(4)".repeat(5_000)).isEmpty());
        assertEquals(List.of(), Compiler.diagnostics(Samples.body("run 1.5ms ".repeat(5_000))));
        assertEquals(List.of(), Compiler.diagnostics(Samples.members("expect switches(t) in 0 .. 9\n".repeat(1_500))));
        assertTrue(ParserGuard.check("x = a + b * c\n".repeat(5_000)).isEmpty());
    }

    @Test
    void whatStandsInTextsAndCommentsIsNotCounted() {
        String braces = "{(".repeat(100);
        assertEquals(
                List.of(),
                Compiler.diagnostics("// " + braces + "\n/* " + braces + " */\n"
                        + Samples.members("expect panic \"\\\"" + braces + "\" // " + braces)));
    }

    @Test
    void tenMillionRandomBytesAreRefused() {
        byte[] bytes = new byte[10_000_000];
        new Random(42).nextBytes(bytes);
        Compilation compilation = Compiler.SHARED.compile("random.lwkt", bytes);
        assertEquals(1, compilation.diagnostics().size());
        assertTrue(compilation.hasErrors());
        assertTrue(compilation.defect().isEmpty());
    }

    @Test
    void tenMillionRandomAsciiCharactersAreRefused() {
        StringBuilder text = new StringBuilder();
        new Random(42).ints(10_000_000, 0, 128).forEach(c -> text.append((char) c));
        Compilation compilation = Compiler.compile(text.toString());
        assertEquals(
                List.of("1:1: error: the file is too large: it has more than 4000000 characters"),
                compilation.diagnostics().stream()
                        .map(it -> it.toString().substring("t.lwkt:".length()))
                        .toList());
    }

    @Test
    void halfAMillionRandomTokensAreReported() {
        String[] tokens = {
            "run", "5ms", "{", "}", "thread", "x", "\"a\"", ";", "expect", "(", ")", "@", "\u00e9", "7", "\n"
        };
        StringBuilder text = new StringBuilder("scenario \"s\" {");
        new Random(42)
                .ints(250_000, 0, tokens.length)
                .forEach(i -> text.append(' ').append(i == 2 || i == 9 ? "=" : tokens[i]));
        Compilation compilation = Compiler.compile(text.toString());
        assertTrue(compilation.hasErrors());
        assertFalse(compilation.diagnostics().isEmpty());
    }

    @Test
    void aMillionCharactersInOneLineAreUnderstood() {
        assertEquals(List.of(), Compiler.diagnostics(Samples.body("run 1ms  yield ".repeat(66_000))));
    }

    @Test
    void aMillionCharactersInOneTokenAreReported() {
        for (String token : List.of("x", "7", "\u00e9", "\"", "^", "/", "\\")) {
            Compilation compilation = Compiler.compile(Samples.body("run " + token.repeat(1_000_000)));
            assertTrue(compilation.hasErrors(), token);
            for (Diagnostic diagnostic : compilation.diagnostics()) {
                assertTrue(diagnostic.message().length() < 300, token);
            }
        }
    }

    @Test
    void anExpressionOfTooManyLevelsIsReportedOnce() {
        assertEquals(
                List.of("3:17: error: this is too long: an expression has at most 90 levels"),
                Compiler.diagnostics(Samples.body("var n = " + "1 + ".repeat(900) + "1")));
        assertEquals(List.of(), Compiler.diagnostics(Samples.body("log \"{}\", " + "1 + ".repeat(90) + "1")));
    }

    @Test
    void controlCharactersAreReported() {
        assertEquals(
                List.of("3:17: error: unexpected character U+0000"),
                Compiler.diagnostics(Samples.body("run 1ms \u0000\u0000\u0000")));
        assertTrue(Compiler.compile("\u0000".repeat(100_000)).hasErrors());
    }

    @Test
    void aCommentThatIsNotClosedIsReportedWhereItBegins() {
        assertEquals(
                List.of("2:3: error: this comment is never closed: '*/' is missing"),
                Compiler.diagnostics("machine m { }\n  /* scenario \"s\" { thread t { run 5 } }"));
    }
}
