// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;

/** Runs a text in memory and as Java. */
public final class Holds {
    private Holds() {}

    /** One scenario, which ends quiescent, holds, and does the same as Java. */
    public static Result assertHolds(String text) {
        Result result = Runner.of(Compiler.scenario(text)).run();
        assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason(), result.end()::detail);
        result.expectations().forEach(it -> assertTrue(it.held(), () -> it.expected() + ": " + it.actual()));
        assertEquals(
                List.of(result.digest()),
                JavaSources.results(Compiler.compile(text).javaSources()).stream()
                        .map(Result::digest)
                        .toList());
        return result;
    }
}
