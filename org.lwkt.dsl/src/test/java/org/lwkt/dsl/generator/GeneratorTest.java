// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.JavaOptions;
import org.lwkt.dsl.Samples;
import org.lwkt.dsl.parser.ParserGuard;
import org.lwkt.runtime.scenario.Scenario;

class GeneratorTest {
    static Stream<String> valid() {
        return Samples.valid().stream();
    }

    @ParameterizedTest
    @CsvSource({"preemption, demo/preemption/AnInterruptPreemptsADaemon", "everything, demo/everything/Everything"})
    void writesWhatItAlwaysWrote(String source, String path) throws IOException {
        Map<String, String> sources = Compiler.SHARED
                .compile(source + ".lwkt", source.equals("everything") ? Samples.EVERYTHING : example(source))
                .javaSources();
        assertEquals(golden(path.substring(path.lastIndexOf('/') + 1)), sources.get(path + ".java"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void theJavaBuildsTheSameScenarios(String text) {
        assertSame(text);
    }

    @Test
    void docCommentsDoNoHarm() {
        String text = """
                /** A \\u002a/ B * / & <b> @param {@link X}
                 *
                 * \u00e9 \t end **/
                scenario "s" { /** \\uZZZZ */ thread t { run 1ms } }
                """;
        assertSame(text);
        String java = Compiler.compile(text).javaSources().get("S.java");
        assertTrue(java.contains("A &#92;u002a/ B * / &amp; &lt;b&gt; &#64;param {&#64;link X}"), java);
        assertTrue(java.contains("&#233;"), java);
    }

    @Test
    void anyTextIsALiteral() {
        assertSame(
                "scenario \"a \\\"b\\\" \\\\u0022 \\n \u00e9 \uD83D\uDE00 */ \" { thread t { } expect panic \"\\\\u0000 \\t\u2028\" }");
    }

    @Test
    void namesOfThreadsDoNotMeetNamesOfJava() {
        String threads = Stream.of(
                        "main",
                        "run",
                        "scenario",
                        "int",
                        "class",
                        "wait",
                        "notify",
                        "body",
                        "String",
                        "runBody",
                        "runBodyPart1")
                .map(it -> "thread ^" + it + " { run 1ms }\n")
                .reduce("", String::concat);
        assertSame("scenario \"s\" {\n" + threads + "}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "an interrupt preempts a daemon, AnInterruptPreemptsADaemon",
        "exclusive after one's own, ExclusiveAfterOnesOwn",
        "2 cpus, Scenario2Cpus",
        "---, Unnamed",
        "scenario, ScenarioScenario",
        "Runner, RunnerScenario",
        "string, StringScenario",
        "part7, Part7Scenario",
        "caf\u00e9, Cafe",
        "\u4e2d\u6587 ok, U4e2dU6587Ok",
        "IPI-wakeup_x, IPIWakeupX"
    })
    void classesHaveTheNamesOfScenarios(String scenario, String expected) {
        assertEquals(expected, new JavaNames().classFor(scenario));
    }

    @Test
    void classNamesAreUniqueInAFileOnEveryFileSystem() {
        String text =
                "scenario \"ab c\" { thread t { } }\nscenario \"Ab C\" { thread t { } }\nscenario \"aB--c\" { thread t { } }\n";
        assertEquals(
                List.of("AbC.java", "AbC_2.java", "ABC_3.java"),
                List.copyOf(Compiler.compile(text).javaSources().keySet()));
        assertSame(text);
    }

    @Test
    void veryLongNamesAreCut() {
        String name = "x".repeat(3_000);
        String file = Compiler.compile("scenario \"" + name + "\" { thread t { } }")
                .javaSources()
                .keySet()
                .iterator()
                .next();
        assertTrue(file.length() < 120, file);
    }

    @Test
    void anotherPackageMayBeAskedFor() {
        Compilation compilation = Compiler.compile(Samples.body("run 1ms"));
        assertEquals(List.of("S.java"), List.copyOf(compilation.javaSources().keySet()));
        assertEquals(
                List.of("a/b/S.java"),
                List.copyOf(compilation
                        .javaSources(new JavaOptions(Optional.of("a.b"), false))
                        .keySet()));
        assertTrue(compilation
                .javaSources(new JavaOptions(Optional.of("a.b"), false))
                .get("a/b/S.java")
                .contains("\npackage a.b;\n"));
    }

    @Test
    void theDeepestNestingIsCompiled() {
        int blocks = ParserGuard.NESTING_MAX - 2;
        assertSame(Samples.body("repeat 2 { ".repeat(blocks) + "run 1ms yield " + "} ".repeat(blocks)));
    }

    @Test
    void theMostBranchesOfAnIfAreCompiledAndOneMoreIsRefused() {
        String branch = "else if now > 1ms { run 2us }\n";
        assertSame(Samples.body("if now > 1s { }\n" + branch.repeat(ParserGuard.NESTING_MAX)));
        assertEquals(
                List.of("68:1: error: this is too long: an 'if' has at most 64 branches behind the first"),
                Compiler.diagnostics(Samples.body("if now > 1s { }\n" + branch.repeat(40_000))));
    }

    @Test
    void tenThousandStatementsAreCompiled() {
        assertSame(Samples.body("run 1ms yield\n".repeat(5_000)));
    }

    @Test
    void moreBlocksThanAClassCanHoldAreCompiled() {
        assertSame(Samples.body("critical { run 1ms }\n".repeat(9_000)));
    }

    @Test
    void aThousandThreadsAreCompiled() {
        StringBuilder text = new StringBuilder("scenario \"s\" {\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("thread t")
                    .append(i)
                    .append(" { run 1ms }\nexpect cputime(t")
                    .append(i)
                    .append(") == 1ms\n");
        }
        assertSame(text.append("}\n").toString());
    }

    @Test
    void longBodiesInsideOfLongBodiesAreCompiled() {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("repeat 2 {\n");
            int inner = random.nextInt(30);
            for (int j = 0; j < inner; j++) {
                text.append(random.nextBoolean() ? "run 1ms\n" : "critical { run 2ms yield run 3ms }\n");
            }
            text.append("}\n");
        }
        assertSame(Samples.body(text.toString()));
    }

    /** Compiles the Java of the text, and compares what it builds with what the lowering builds. */
    private static void assertSame(String text) {
        Compilation compilation = Compiler.compile(text);
        assertFalse(compilation.hasErrors(), () -> compilation.diagnostics() + "\n" + text);
        List<Scenario> lowered = compilation.sweeps().stream()
                .flatMap(it -> IntStream.range(0, it.size()).mapToObj(it::scenario))
                .toList();
        List<Scenario> built = JavaSources.scenarios(compilation.javaSources());
        assertEquals(lowered.size(), built.size());
        for (int i = 0; i < lowered.size(); i++) {
            assertTrue(lowered.get(i).equals(built.get(i)), () -> "different scenarios from the Java of:\n" + text);
        }
    }

    private static String example(String name) {
        return Compiler.read(Compiler.examples().stream()
                .filter(it -> it.endsWith(name + ".lwkt"))
                .findFirst()
                .orElseThrow());
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GeneratorTest.class.getResourceAsStream(name + ".java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
