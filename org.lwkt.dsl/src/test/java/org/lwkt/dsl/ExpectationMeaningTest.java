// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;

/** Each expectation once where it holds and once where it does not, in memory and as generated Java. */
class ExpectationMeaningTest {
    private static final String FILE = """
            machine smp2 { cpus 2 ipi latency 2us horizon 100ms }
            token vm
            channel data
            scenario "s" on smp2 {
                thread w[2] on cpu index { run 2ms  with token vm { run 1ms }  mark "done" }
                thread sleeper at KERN_USER { tsleep data  run 1ms }
                thread waker on cpu 1 start 10ms { wakeup data }
                thread mover start 20ms { migrate cpu 1  run 1ms }
                interrupt thread nic { forever { wait  run 10us } }
                at 30ms interrupt nic
                expect %s
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wakeup data before end(sleeper)          | end(sleeper) before wakeup data",
                "wakeup data before 11ms                  | wakeup data before 10ms",
                "start(waker) before wakeup data          | mark \"done\" before start(w)",
                "migrate mover before start(nic)          | migrate sleeper before start(nic)",
                "mark \"done\" before 4ms                 | mark \"done\" before 3ms",
                "cputime(w) >= 6ms                        | cputime(w[0]) > 4ms",
                "cputime(w[0]) == 1ms between 1ms and 2ms | cputime(w[0]) == 1ms between 1ms and 3ms",
                "switches(nic) == 1                       | switches(nic) == 2",
                "switches(nic) == 0 between 0ms and 30ms  | switches(nic) == 0 between 0ms and 31ms",
                "latency(nic) <= 1us                      | latency(nic) > 1us",
                "max latency(sleeper) <= 20ms             | min latency(sleeper) > 20ms",
                "mean latency(nic) <= 1us                 | mean latency(nic) > 1us",
                "p50 response(nic) == 10us                | p999 response(nic) == 11us",
                "response(nic) in 9us .. 11us             | p90 response(nic) < 10us",
                "max contention(vm) >= 900us              | max contention(vm) < 900us",
                "total hold(vm) == 2ms                    | total hold(vm) == 1ms",
                "count hold(vm) == 2                      | count hold(vm) == 3",
                "count contention(vm) >= 1                | count contention(vm) == 0",
                "max hold(vm) == 1ms                      | hold(vm) < 1ms",
                "ipis(cpu 1 -> cpu 0) >= 1                | ipis(cpu 1 -> cpu 0) == 0",
                "ipis(any -> any) >= 2                    | ipis(any -> cpu 1) == 0",
                "interrupts(cpu 0) == 1                   | interrupts(cpu 1) == 1",
                "runnable(cpu 0) <= 3                     | runnable(cpu 0) <= 0",
                "max runnable(cpu 0) >= 1                 | max runnable(cpu 0) < 1",
                "mean runnable(cpu 0) < 1.5               | mean runnable(cpu 0) > 1.5",
                "utilisation(cpu 0) > 0.05                | utilisation(cpu 0) > 0.95",
                "fairness(w) >= 0.95                      | fairness(w) < 0.95",
                "always runnable(cpu 0) <= 3              | always runnable(cpu 0) <= 0",
                "never vm held by sleeper                 | never vm held by w[0]",
                "never vm held by sleeper                 | never vm held by w",
                "never running(w) and asleep(w)           | always running(w)",
                "eventually vm held                       | eventually vm held by sleeper",
                "eventually ended(w) within 5ms           | eventually ended(w) within 1ms",
                "at 1ms current(cpu 0) is w[0]            | at 1ms current(cpu 0) is sleeper",
                "at 25ms current(cpu 0) is none           | at 1ms current(cpu 0) is none",
                "at 5ms ended(w)                          | at 1ms ended(w)",
                "quiescent                                | deadlock"
            })
    void holdsOrFails(String holds, String fails) {
        ExpectationResult first = result(holds);
        assertEquals(true, first.held(), () -> first.expected() + ": " + first.actual());
        ExpectationResult second = result(fails);
        assertEquals(false, second.held(), () -> second.expected() + ": " + second.actual());
    }

    @Test
    void aPanicAndItsText() {
        String text = Samples.body("assert 1 == 2, \"boom\"").replace("\n}\n", "\nexpect %s\n}\n");
        for (String holds : List.of("panic", "panic \"boom\"", "panic before 1ms", "start(t) before panic")) {
            assertEquals(true, only(text.formatted(holds)).held(), holds);
        }
        for (String fails : List.of("panic \"bang\"", "quiescent", "panic before start(t)")) {
            assertNotEquals(true, only(text.formatted(fails)).held(), fails);
        }
    }

    private static ExpectationResult result(String expectation) {
        return only(FILE.formatted(expectation));
    }

    private static ExpectationResult only(String text) {
        Compilation compilation = Compiler.compile(text);
        assertEquals(
                List.of(),
                compilation.diagnostics().stream()
                        .filter(it -> it.severity() == Severity.ERROR)
                        .toList(),
                text);
        Result result = Runner.of(compilation.scenarios().get(0)).run();
        assertEquals(
                List.of(result.digest()),
                JavaSources.results(compilation.javaSources()).stream()
                        .map(Result::digest)
                        .toList());
        return result.expectations().get(0);
    }
}
