// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of 10,000 lines, each much of one thing, right and wrong. The limit is for what never ends: what takes a time that is
 * quadratic in the number of names takes minutes, everything else here about a second.
 */
class LargeFileTest {
    private static final Duration HANGS = Duration.ofSeconds(60);
    private static final int HALF = 5_000;

    private record Shape(String name, boolean wrong, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, HALF).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String body(String statements) {
        return "scenario \"s\" { thread t {\n" + statements + "} }\n";
    }

    static Stream<Shape> shapes() {
        String threads = lines(i -> "thread t" + i + " { run 1ms yield }");
        String variables = lines(i -> "var v" + i + " = " + i);
        String tokens = lines(i -> "token k" + i);
        String procedures = lines(i -> "procedure p" + i + "(d : time) { run d }");
        return Stream.of(
                new Shape("statements", false, body(lines(i -> "run 1ms\nyield"))),
                new Shape(
                        "threads",
                        false,
                        "scenario \"s\" {\n" + threads + lines(i -> "expect cputime(t" + i + ") == 1ms") + "}\n"),
                new Shape(
                        "unknown threads",
                        true,
                        "scenario \"s\" {\n" + threads + lines(i -> "expect cputime(u" + i + ") == 1ms") + "}\n"),
                new Shape(
                        "machines that extend each other",
                        true,
                        "machine m0 { }\n"
                                + lines(i -> "machine m" + (i + 1) + " extends m" + i + " { }")
                                + body("run 1ms\n").replace("\"s\"", "\"s\" on m9")),
                new Shape("variables", false, body(variables + lines(i -> "log \"{}\", v" + i))),
                new Shape("unknown variables", true, body(variables + lines(i -> "log \"{}\", u" + i))),
                new Shape("a syntax error in each line", true, body(variables + lines(i -> "log \"{}\" v" + i))),
                new Shape("tokens", false, tokens + body(lines(i -> "with token k" + i + " { run 1ms }"))),
                new Shape(
                        "one mistake", true, tokens + body(lines(i -> "with token k" + i + " { run 1ms }") + "run 5 ")),
                new Shape("procedures", false, procedures + body(lines(i -> "p" + i + "(1ms)"))),
                new Shape("unknown procedures", true, procedures + body(lines(i -> "q" + i + "(1ms)"))),
                new Shape(
                        "marks",
                        false,
                        "scenario \"s\" { thread t {\n" + lines(i -> "mark \"m" + i + "\"") + "}\n"
                                + lines(i -> "expect mark \"m" + i + "\" before 1s") + "}\n"),
                new Shape("one chain", true, body("assert true" + lines(i -> " and true"))),
                new Shape("unknown names alone", true, body("q" + lines(i -> "(1)\nq" + i) + "(1)")),
                new Shape("scenarios", false, lines(i -> "scenario \"s" + i + "\" { thread t { run 1ms } }")),
                new Shape("braces", true, "scenario \"s\" { " + "}\n".repeat(2 * HALF)),
                new Shape("words", true, "x y z\n".repeat(2 * HALF)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isCompiledOrRefused(Shape shape) {
        Compilation compilation =
                assertTimeoutPreemptively(HANGS, () -> LwktCompiler.create().compile("large.lwkt", shape.text()));
        compilation.defect().ifPresent(defect -> {
            throw new AssertionError(defect);
        });
        assertEquals(
                shape.wrong(),
                compilation.hasErrors(),
                () -> compilation.diagnostics().toString());
    }

    @Test
    void anErrorBehindVeryManyWarningsIsNotLost() {
        Compilation compilation = Compiler.compile(body("repeat 0 { run 1ms }\n".repeat(6_000) + "migrate cpu 7\n"));
        assertTrue(compilation.hasErrors());
    }
}
