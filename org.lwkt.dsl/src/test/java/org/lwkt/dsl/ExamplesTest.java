// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

/** The files in {@code examples}: they hold, and hold what they say. */
class ExamplesTest {
    static Stream<Path> examples() {
        return Compiler.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hold(Path example) {
        Compilation compilation = compile(example);
        boolean zeno = example.endsWith("zeno.lwkt");
        assertEquals(
                zeno ? 1 : 0,
                compilation.diagnostics().size(),
                compilation.diagnostics().toString());
        for (Scenario scenario : runs(compilation)) {
            Result result = Runner.of(scenario).run();
            result.expectations().forEach(it -> assertTrue(it.held(), () -> it.expected() + ": " + it.actual()));
            assertEquals(!zeno, result.held(), scenario.name());
            assertEquals(zeno, result.end().reason() == RunEnd.Reason.BUDGET);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runTheSameInMemoryAndAsJava(Path example) {
        Compilation compilation = compile(example);
        List<String> inMemory = runs(compilation).stream()
                .map(it -> Runner.of(it).run().digest())
                .toList();
        List<String> asJava = JavaSources.results(compilation.javaSources()).stream()
                .map(Result::digest)
                .toList();
        assertEquals(inMemory, asJava);
    }

    private static List<Scenario> runs(Compilation compilation) {
        return compilation.sweeps().stream()
                .flatMap(it -> IntStream.range(0, it.size()).mapToObj(it::scenario))
                .toList();
    }

    private static Compilation compile(Path example) {
        return Compiler.SHARED.compile(example.getFileName().toString(), Compiler.read(example));
    }
}
