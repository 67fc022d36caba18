// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;

/** Each expectation where it holds and where it does not, in memory and as generated Java. */
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
                thread late start 40ms { run 2ms }
                interrupt thread sio { forever { wait  run 10us } }
                at 30ms interrupt nic
                at 41ms interrupt sio
            %s
            }
            """;

    private static final String SLEEPERS = """
            channel data
            scenario "s" {
                thread w[3] { tsleep data }
                thread t start 1ms { run 1ms }
            %s
            }
            """;

    private static final String PANIC = Samples.body("assert 1 == 2, \"boom\"").replace("\n}\n", "\n%s\n}\n");

    private static final String ENDLESS = """
            scenario "s" {
                thread t { forever { run 1ms } }
            %s
            }
            """;

    /** What holds of FILE, and what fails. */
    private static final String TABLE = """
            wakeup data before end(sleeper)          | end(sleeper) before wakeup data
            wakeup data before 11ms                  | wakeup data before 10ms
            start(waker) before wakeup data          | mark "done" before start(w)
            migrate mover before start(nic)          | migrate sleeper before start(nic)
            mark "done" before 4ms                   | mark "done" before 3ms
            cputime(w) >= 6ms                        | cputime(w[0]) > 4ms
            cputime(w[0]) == 1ms between 1ms and 2ms | cputime(w[0]) == 1ms between 1ms and 3ms
            switches(nic) == 1                       | switches(nic) == 2
            switches(nic) == 0 between 0ms and 30ms  | switches(nic) == 0 between 0ms and 31ms
            latency(nic) <= 1us                      | latency(nic) > 1us
            max latency(sleeper) <= 20ms             | min latency(sleeper) > 20ms
            mean latency(nic) <= 1us                 | mean latency(nic) > 1us
            p50 response(nic) == 10us                | p999 response(nic) == 11us
            response(nic) in 9us .. 11us             | p90 response(nic) < 10us
            max contention(vm) >= 900us              | max contention(vm) < 900us
            total hold(vm) == 2ms                    | total hold(vm) == 1ms
            count hold(vm) == 2                      | count hold(vm) == 3
            count contention(vm) >= 1                | count contention(vm) == 0
            max hold(vm) == 1ms                      | hold(vm) < 1ms
            ipis(cpu 1 -> cpu 0) >= 1                | ipis(cpu 1 -> cpu 0) == 0
            ipis(any -> any) >= 2                    | ipis(any -> cpu 1) == 0
            interrupts(cpu 0) == 2                   | interrupts(cpu 1) == 1
            runnable(cpu 0) <= 3                     | runnable(cpu 0) <= 0
            max runnable(cpu 0) >= 1                 | max runnable(cpu 0) < 1
            mean runnable(cpu 0) < 1.5               | mean runnable(cpu 0) > 1.5
            utilisation(cpu 0) > 0.05                | utilisation(cpu 0) > 0.95
            fairness(w) >= 0.95                      | fairness(w) < 0.95
            always runnable(cpu 0) <= 3              | always runnable(cpu 0) <= 0
            never vm held by sleeper                 | never vm held by w[0]
            never vm held by sleeper                 | never vm held by w
            never running(w) and asleep(w)           | always running(w)
            eventually vm held                       | eventually vm held by sleeper
            eventually ended(w) within 5ms           | eventually ended(w) within 1ms
            at 1ms current(cpu 0) is w[0]            | at 1ms current(cpu 0) is sleeper
            at 25ms current(cpu 0) is none           | at 1ms current(cpu 0) is none
            at 5ms ended(w)                          | at 1ms ended(w)
            sio preempts late                        | nic preempts w
            switches(cpu 1) >= 2                     | switches(cpu 1) < 2
            start(waker) before 10.001ms             | start(waker) before 10ms
            sleeper ends before 12ms                 | sleeper ends before 11ms
            quiescent                                | deadlock
            quiescent                                | lost wakeup of sleeper
            quiescent                                | panic
            """;

    @TestFactory
    Stream<DynamicTest> everyExpectationHoldsWhereItIsMet() {
        return outcomes(FILE, Outcome.HELD, column(0));
    }

    @TestFactory
    Stream<DynamicTest> everyExpectationFailsWhereItIsNotMet() {
        return outcomes(FILE, Outcome.FAILED, column(1));
    }

    @TestFactory
    Stream<DynamicTest> aLostWakeupOfAnArrayIsThatOfEachElement() {
        return Stream.concat(
                outcomes(SLEEPERS, Outcome.HELD, List.of("lost wakeup of w", "lost wakeup of w[2]")),
                outcomes(SLEEPERS, Outcome.FAILED, List.of("lost wakeup of t", "quiescent")));
    }

    @TestFactory
    Stream<DynamicTest> aPanicHasAText() {
        return Stream.concat(
                outcomes(
                        PANIC,
                        Outcome.HELD,
                        List.of("panic", "panic \"boom\"", "panic before 1ms", "start(t) before panic")),
                outcomes(PANIC, Outcome.FAILED, List.of("panic \"bang\"", "quiescent", "panic before start(t)")));
    }

    @TestFactory
    Stream<DynamicTest> whatLiesBehindTheHorizonIsUndecided() {
        return outcomes(ENDLESS, Outcome.UNDECIDED, List.of("cputime(t) <= 3s between 9s and 11s"));
    }

    private static List<String> column(int column) {
        return TABLE.lines().map(it -> it.split(" \\| ")[column].strip()).toList();
    }

    private static Stream<DynamicTest> outcomes(String file, Outcome outcome, List<String> expectations) {
        return results(file, expectations).stream()
                .map(it ->
                        DynamicTest.dynamicTest(it.expected(), () -> assertEquals(outcome, it.outcome(), it.actual())));
    }

    /** Those of the run in memory, which the run of the generated Java has as well. */
    private static List<ExpectationResult> results(String file, List<String> expectations) {
        String text = file.formatted(
                expectations.stream().map(it -> "    expect " + it).collect(Collectors.joining("\n")));
        Compilation compilation = Compiler.compile(text);
        assertFalse(compilation.hasErrors(), () -> compilation.diagnostics() + "\n" + text);
        Result result = Runner.of(compilation.scenarios().get(0)).run();
        Result generated = JavaSources.results(compilation.javaSources()).get(0);
        assertEquals(result.digest(), generated.digest());
        assertEquals(result.expectations(), generated.expectations());
        assertEquals(expectations.size(), result.expectations().size());
        return result.expectations();
    }
}
