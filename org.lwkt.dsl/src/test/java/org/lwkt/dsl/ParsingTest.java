// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingTest {
    @Test
    void everyConstructIsUnderstood() {
        assertFalse(
                Compiler.compile(Samples.EVERYTHING).hasErrors(),
                () -> Compiler.diagnostics(Samples.EVERYTHING).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any",
                "cpu",
                "cpus",
                "cputime",
                "end",
                "ends",
                "horizon",
                "hz",
                "ipi",
                "latency",
                "panic",
                "preempts",
                "quick",
                "quiescent",
                "start",
                "switches",
                "^run",
                "^thread",
                "^expect",
                "KERN_DAEMON",
                "ns",
                "ms"
            })
    void wordsOfTheLanguageAreNamesWhereTheyAreNotAmbiguous(String name) {
        String escaped = name.startsWith("^") ? name : "^" + name;
        String text = """
                machine %1$s { cpus 2 }
                scenario "s" on %1$s {
                    thread t { run 1ms schedule %1$s deschedule %1$s run 1ms }
                    interrupt thread %1$s on cpu 1 at INT_LOW { wait run 1ms }
                    at 1ms interrupt %1$s on cpu 1
                    at 2ms interrupt %1$s
                    expect start(%1$s) before end(%1$s)
                    expect cputime(%1$s) >= 0ns
                    expect %2$s ends before 1s
                    expect switches(%2$s) >= 0
                }
                """.formatted(name, escaped);
        assertEquals(List.of(), Compiler.diagnostics(text));
    }

    @Test
    void packagesMayHaveAnyWordBehindAPoint() {
        String text = "package demo.critical.run.expect\n" + Samples.body("run 1ms");
        assertEquals(List.of(), Compiler.diagnostics(text));
    }

    @Test
    void commentsAndLineEndsAreWhiteSpace() {
        String text = "// one\r\nscenario/* two */\"s\"{thread t{run/**/1ms// three\r\n}}// four";
        assertEquals(List.of(), Compiler.diagnostics(text));
    }

    @Test
    void semicolonsMayStandBetweenStatements() {
        assertEquals(
                3 + 1,
                Compiler.scenario(Samples.body("run 1ms; yield;; run 1ms;"))
                        .threads()
                        .get(0)
                        .body()
                        .size());
    }

    @Test
    void rangesNeedNoBlanks() {
        assertEquals(List.of(), Compiler.diagnostics(Samples.members("expect switches(t) in 1..5")));
    }

    @Test
    void namesAreThoseOfTheirScenario() {
        String text = """
                scenario "a" { thread t { run 1ms } }
                scenario "b" { thread u { schedule t } }
                """;
        assertEquals(List.of("2:36: error: no thread is called 't' in this scenario"), Compiler.diagnostics(text));
    }

    @Test
    void machinesAndThreadsMayBeNamedBeforeTheyAreDeclared() {
        String text = """
                scenario "a" on later { thread t { schedule u } thread u { } }
                machine later { }
                """;
        assertEquals(List.of(), Compiler.diagnostics(text));
    }
}
