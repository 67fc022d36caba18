// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.generator.JavaSources;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.machine.Occasion;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;
import org.lwkt.runtime.source.SourcePosition;

/** Scenarios with parameters: which runs there are, and what each of them does. */
final class SweepTest {
    private static Sweep sweep(String text) {
        Compilation compilation = Compiler.compile(text);
        assertEquals(List.of(), compilation.diagnostics(), text);
        return compilation.sweeps().getFirst();
    }

    private static Result run(Sweep sweep, int run) {
        return Runner.of(sweep.scenario(run)).run();
    }

    private static List<String> actual(Sweep sweep) {
        return IntStream.range(0, sweep.size())
                .mapToObj(run -> sweep.words(run) + ": "
                        + run(sweep, run).expectations().stream()
                                .map(it -> it.actual() + (it.held() ? "" : " fails"))
                                .toList())
                .toList();
    }

    @Test
    void eachCombinationIsARunAndTheLastParameterVariesFastest() {
        Sweep sweep = sweep("""
                scenario "s" with n in [1, 3], work in [1ms, 10ms] {
                    thread t { repeat n { run work } }
                    expect cputime(t) <= 10ms
                }
                """);
        assertEquals(
                List.of(
                        "n = 1, work = 1ms: [1ms]",
                        "n = 1, work = 10ms: [10ms]",
                        "n = 3, work = 1ms: [3ms]",
                        "n = 3, work = 10ms: [30ms fails]"),
                actual(sweep));
    }

    @Test
    void aParameterStandsWhereverAConstantMay() {
        Sweep sweep = sweep("""
                machine two { cpus 2 horizon 2s }
                scenario "s" on two with n in [2, 4], t in [1ms, 2ms], c in [0, 1], busy in [true, false], f in [0.5, 1] {
                    token tok[n]
                    thread w[n] on cpu c { with token tok[index] { run t } }
                    thread x start t { if busy { run t * 2 } }
                    interrupt thread nic on cpu c at INT_MED { forever { wait run 1us } }
                    user thread u nice n { run t }
                    at t interrupt nic on cpu c
                    every t from t until t + 0ms interrupt nic
                    when busy and ended(x) after t wakeup ch on cpu c
                    channel ch
                    expect end(x) before t
                    expect fairness(w) >= f
                }
                """.replace(
                "    every t from t until t + 0ms interrupt nic\n", "    every t from 3ms until 20ms interrupt nic\n"));
        Scenario last = sweep.scenario(sweep.size() - 1);
        assertEquals(32, sweep.size());
        assertEquals(4, last.threads().getFirst().count());
        assertEquals(4, last.resources().getFirst().count());
        assertEquals(2_000_000, last.threads().get(1).startNs());
        assertEquals(4, last.threads().get(3).nice());
        assertEquals(
                EventSpec.interrupt("nic").onCpu(1).at(2_000_000),
                last.events().getFirst().declaredAt(SourcePosition.NONE));
        assertEquals(
                new Occasion.Every(2_000_000, 3_000_000, 20_000_000, 0),
                last.events().get(1).occasion());
        assertEquals(1, last.events().get(2).cpu());
        assertTrue(last.events().get(2).occasion() instanceof Occasion.When it && it.afterNs() == 2_000_000);
    }

    @Test
    void boundsOfEveryKindAreParameters() {
        Sweep sweep = sweep("""
                scenario "s" with least in [1ms, 3ms], n in [1, 2], f in [0, 0.25, 1], c in [0] {
                    thread t { run 2ms }
                    expect cputime(t) >= 1ms between 0s and least
                    expect cputime(t) in least .. 3ms
                    expect switches(t) == n
                    expect switches(cpu c) >= n
                    expect utilisation(cpu c) >= f
                    expect t ends before least
                    expect start(t) before least
                    expect always runnable(cpu 0) <= n
                    expect eventually ended(t) within least
                    expect at least current(cpu c) is none
                }
                """);
        List<String> actual = actual(sweep);
        assertEquals(12, actual.size());
        assertTrue(actual.getFirst().startsWith("least = 1ms, n = 1, f = 0, c = 0: [1ms, 2ms, 1, "), actual::toString);
        Result result = run(sweep, 0);
        assertEquals(
                List.of(true, true, true, true, true, false, true, true, false, false),
                result.expectations().stream().map(it -> it.held()).toList());
    }

    @Test
    void aPropertyOfTheMachineIsOverridden() {
        Sweep sweep = sweep("""
                machine m { cpus 2 ipi latency 1us }
                scenario "s" on m with machine.cpus in [1, 4], machine.ipi latency in [5us],
                    machine.hz in [200], machine.horizon in [1s], machine.phase in [1ms], machine.seed in [7],
                    machine.invariants in [false] {
                    thread t { run 1ms }
                }
                """);
        MachineSpec machine = sweep.scenario(1).machine();
        assertEquals(
                "machine.cpus = 4, machine.ipi latency = 5us", sweep.words(1).substring(0, 43));
        assertEquals(4, machine.cpus());
        assertEquals(5_000, machine.ipiLatencyNs());
        assertEquals(200, machine.hz());
        assertEquals(1_000_000_000, machine.horizonNs());
        assertEquals(1_000_000, machine.phaseNs());
        assertEquals(7, machine.seed());
        assertEquals(false, machine.invariants());
        assertEquals(1, sweep.scenario(0).machine().cpus());
    }

    @Test
    void theDefaultMachineIsOverriddenToo() {
        Sweep sweep = sweep("scenario \"s\" with machine.cpus in [1, 4] { thread t[4] on any cpu { run 1ms } }");
        assertEquals(4, sweep.scenario(1).machine().cpus());
    }

    @Test
    void runsAreTheSameInWhateverOrderTheyAreAskedFor() {
        Sweep sweep = sweep("scenario \"s\" with w in [1ms, 2ms, 3ms] { thread t { run w } }");
        Scenario last = sweep.scenario(2);
        Scenario first = sweep.scenario(0);
        assertEquals(last, sweep.scenario(2));
        assertEquals(first, sweep.scenario(0));
    }

    @Test
    void generatedJavaHasTheSameRuns() {
        Compilation compilation = Compiler.compile("""
                machine m { cpus 2 }
                /** Work for all. */
                scenario "shares" on m with machine.cpus in [1, 2], work in [1ms, 10ms] {
                    /** One of many. */
                    thread w[3] on any cpu { repeat 3 { run work yield } }
                    expect fairness(w) >= 0.5
                }
                scenario "plain" { thread t { run 1ms } }
                """);
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(
                List.of(
                        "Shares.java",
                        "SharesRun1.java",
                        "SharesRun2.java",
                        "SharesRun3.java",
                        "SharesRun4.java",
                        "Plain.java"),
                List.copyOf(compilation.javaSources().keySet()));
        Sweep sweep = compilation.sweeps().getFirst();
        List<String> inMemory =
                IntStream.range(0, 4).mapToObj(run -> run(sweep, run).digest()).toList();
        assertEquals(inMemory, JavaSources.digestsOfRuns(compilation.javaSources(), "Shares"));
    }

    @Test
    void importsAreKnownToTheRunsAsWell(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("c.lwkt"), "machine m { cpus 2 } token vm");
        Path file = folder.resolve("a.lwkt");
        String text =
                "import \"c.lwkt\" scenario \"s\" on m with w in [1ms, 2ms] { thread t { with token vm { run w } } }";
        Compilation compilation = Compiler.SHARED.compile("a.lwkt", file, text.getBytes());
        assertEquals(List.of(), compilation.diagnostics());
        Scenario second = compilation.sweeps().getFirst().scenario(1);
        assertEquals(2, second.machine().cpus());
        assertEquals("c.lwkt", second.resources().getFirst().position().file());
        assertEquals("a.lwkt", second.threads().getFirst().position().file());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n in [1, 1ms]              | 1:22: error: expected a number, and this is a time
            n in [1, 2, 1]             | 1:25: error: the value 1 is there twice: each is a run
            n in [1] , n in [2]        | 1:24: error: parameter 'n' is declared twice: the first is in line 1
            t in [1]                   | 1:14: error: 't' is a thread already, declared in line 1
            n in [5parsecs]            | 1:19: error: unknown unit in '5parsecs': the units of time are ns, us, ms or s
            n in [1.5, true]           | 1:24: error: expected a fraction, and this is a truth value
            machine.cpuss in [1]       | 1:21: error: no property of a machine that a parameter can be is called 'cpuss'; did you mean 'cpus'?
            machine.cpus in [0]        | 1:29: error: cpus is 1 .. 256, not 0
            machine.cpus in [2ms]      | 1:29: error: expected a number, and this is a time
            machine.horizon in [0s]    | 1:32: error: horizon is at least 1ns, not 0s
            """)
    void aWrongParameterIsReportedAtItsPlace(String parameter, String message) {
        String text = "scenario \"s\" with " + parameter + " { thread t { repeat "
                + (parameter.startsWith("n") ? "2" : "1") + " { run 1ms } } }";
        List<String> errors = Compiler.diagnostics(text).stream()
                .filter(it -> it.contains(" error: "))
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(
                message.substring(message.indexOf(" error: ")),
                errors.getFirst().substring(errors.getFirst().indexOf(" error: ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            repeat d { run 1ms }      | expected a number, and this is a time
            run n                     | a time needs a unit
            var n = 1                 | 'n' is a parameter of the scenario already
            repeat m { run 1ms }      | nothing is called 'm' here
            """)
    void aParameterIsOfItsKindInBodies(String statement, String message) {
        String text = "scenario \"s\" with n in [1, 2], d in [1ms, 2ms] { thread t { run d repeat n { " + statement
                + " } } }";
        List<String> errors = Compiler.diagnostics(text).stream()
                .filter(it -> it.contains(" error: "))
                .toList();
        assertTrue(
                errors.toString()
                        .contains(message.startsWith("a time") ? "expected a time, and this is a number" : message),
                errors.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            at n interrupt nic             | expected a time, and parameter 'n' is a number
            thread w[d] { run 1ms }        | expected a number, and parameter 'd' is a time
            expect cputime(t) <= n         | expected a time, and parameter 'n' is a number
            expect switches(t) <= f        | expected a number, and parameter 'f' is a fraction
            expect fairness(t) <= d        | expected a number such as 0.95, and parameter 'd' is a time
            expect switches(t) <= neg      | this cannot be negative, and parameter 'neg' has the value -1
            expect switches(t) <= m        | no parameter is called 'm' in this scenario
            at dd interrupt nic            | no parameter is called 'dd' in this scenario; did you mean 'd'?
            """)
    void aParameterIsOfItsKindInConstants(String member, String message) {
        String text = "scenario \"s\" with n in [1, 2], d in [1ms, 2ms], f in [0.5], neg in [-1, 1] {\n"
                + "interrupt thread nic { forever { wait run 1us } }\nthread t { repeat n { run d } }\n" + member
                + "\n}";
        List<String> errors = Compiler.diagnostics(text).stream()
                .filter(it -> it.contains(" error: "))
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.getFirst().endsWith(": error: " + message), errors::toString);
    }

    @Test
    void anErrorOfOneCombinationNamesIt() {
        assertEquals(
                List.of("2:24: error: there is no cpu 1: the default machine has one CPU, 0"
                        + " (with machine.cpus = 1, c = 1)"),
                Compiler.diagnostics("""
                        scenario "s" with machine.cpus in [2, 1], c in [0, 1] {
                            thread t on cpu c { run 1ms }
                        }
                        """.replace("    thread", "       thread")));
        assertEquals(
                List.of("2:14: error: an array has 1 .. 4096 elements, not 0 (with n = 0)"),
                Compiler.diagnostics("scenario \"s\" with n in [1, 0] {\n    thread t[n] { run 1ms }\n}"));
    }

    @Test
    void aProcedureIsGivenAParameter() {
        Sweep sweep = sweep("""
                token vm
                procedure locked(t : token, n : int, work : time) { with token t { repeat n { run work } } }
                scenario "s" with turns in [1, 2], work in [1ms, 3ms] {
                    thread t { locked(vm, turns, work) }
                    expect cputime(t) >= 1ms
                }
                """);
        assertEquals("turns = 2, work = 3ms: [6ms]", actual(sweep).getLast());
        assertEquals(
                List.of("1:32: error: nothing is called 'work' here"),
                Compiler.diagnostics("procedure p() { repeat 1 { run work } }\n"
                        + "scenario \"s\" with work in [1ms] { thread t { p() run work } }"));
    }

    @Test
    void aLargeScenarioIsNotCheckedWithAllOfItsRuns() {
        StringBuilder text = new StringBuilder("scenario \"s\" with a in [0");
        for (int i = 1; i < 200; i++) {
            text.append(", ").append(i);
        }
        text.append("] {\n");
        for (int i = 0; i < 3000; i++) {
            text.append("thread t").append(i).append(" { repeat a { run 1us  yield } }\n");
        }
        Compilation compilation = Compiler.compile(text.append("}").toString());
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(200, compilation.sweeps().getFirst().size());
        assertEquals(
                List.of(0, 1, 199), RunChecks.of(compilation.sweeps().getFirst().parameters(), 66_000));
    }

    @Test
    void aParameterThatIsNotUsedIsWarnedOf() {
        assertEquals(
                List.of("1:19: warning: parameter 'n' is not used: all of its values make the same run"),
                Compiler.diagnostics("scenario \"s\" with n in [1, 2] { thread t { run 1ms } }"));
    }

    @Test
    void thereIsALimitOfRuns() {
        String values = IntStream.range(0, 100)
                .mapToObj(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .get();
        String text = "scenario \"s\" with a in [" + values + "], b in [" + values + "],\n c in [" + values
                + "] { thread t { repeat a { repeat b { repeat c { run 1ns } } } } }";
        assertEquals(
                List.of("2:2: error: up to here these are 1000000 runs: a scenario has at most 100000"),
                Compiler.diagnostics(text));
        Compilation most =
                Compiler.compile(text.replace(values + "] { thread", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10] { thread"));
        assertEquals(List.of(), most.diagnostics());
        assertEquals(100_000, most.sweeps().getFirst().size());
        assertEquals("a = 99, b = 99, c = 10", most.sweeps().getFirst().words(99_999));
        assertTrue(most.javaProblem().isPresent());
        assertTrue(most.javaSources().isEmpty());
    }
}
