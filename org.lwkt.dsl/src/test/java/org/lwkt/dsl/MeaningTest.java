// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

/**
 * The files in {@code meaning}: whole files whose expectations say what each statement means, so that one which does something
 * else, or nothing, fails. They are {@linkplain Samples#valid() samples} besides, which every other test takes: they survive
 * the formatter, the serializer, the generator and the fuzzer.
 */
class MeaningTest {
    static Stream<Samples.File> files() {
        return Samples.meaning().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyScenarioHoldsWithoutADiagnostic(Samples.File file) {
        Compilation compilation = Compiler.SHARED.compile(file.name(), file.text());
        assertEquals(List.of(), compilation.diagnostics());
        for (Scenario scenario : runs(compilation)) {
            assertTrue(scenario.expectations().size() > 0, scenario.name() + " expects nothing");
            Result result = Runner.of(scenario).run();
            result.expectations()
                    .forEach(it ->
                            assertTrue(it.held(), () -> scenario.name() + ": " + it.expected() + ": " + it.actual()));
            assertTrue(result.held(), () -> scenario.name() + ": " + result.end());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theJavaDoesTheSame(Samples.File file) {
        Compilation compilation = Compiler.SHARED.compile(file.name(), file.text());
        assertEquals(
                runs(compilation).stream()
                        .map(it -> Runner.of(it).run().digest())
                        .toList(),
                JavaSources.results(compilation.javaSources()).stream()
                        .map(Result::digest)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isLaidOutAlready(Samples.File file) {
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(
                bytes, Compiler.SHARED.format(file.name(), bytes).content().orElseThrow());
    }

    private static List<Scenario> runs(Compilation compilation) {
        return compilation.sweeps().stream()
                .flatMap(it -> IntStream.range(0, it.size()).mapToObj(it::scenario))
                .toList();
    }
}
