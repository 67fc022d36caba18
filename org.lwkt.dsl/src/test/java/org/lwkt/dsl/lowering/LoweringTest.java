// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Samples;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

class LoweringTest {
    private static SourcePosition at(int line, int column) {
        return new SourcePosition("t.lwkt", line, column);
    }

    private static Expectation expectation(String text) {
        return Compiler.scenario(Samples.members("expect " + text))
                .expectations()
                .get(0);
    }

    /** It is a part of the panic, and so of the digest. */
    @Test
    void theTextOfAnAssertionIsTheSameHoweverItIsLaidOut() {
        for (String condition : List.of(
                "not (now + 1.5ms > -1ms) and priority(t) == 1",
                "not(now+1.5ms>- 1ms)  and\n priority ( t )==1",
                "not /* c */ ( now + 1.5ms >\n-1ms ) and priority( t ) // d\n == 1")) {
            RunEnd end = Runner.of(Compiler.scenario(Samples.body("assert " + condition)))
                    .run()
                    .end();
            assertEquals("KASSERT: not (now + 1.5ms > -1ms) and priority(t) == 1", end.detail());
        }
    }

    @Test
    void theDefaultMachineIsTheRuntimes() {
        assertEquals(
                MachineSpec.DEFAULT, Compiler.scenario(Samples.body("run 1ms")).machine());
    }

    @Test
    void aMachineHasTheDefaultsOfWhatItDoesNotName() {
        Scenario scenario =
                Compiler.scenario("machine m { ipi latency 2us cpus 3 } scenario \"s\" on m { thread t { } }");
        assertEquals(MachineSpec.DEFAULT.named("m").withCpus(3).withIpiLatency(2_000), scenario.machine());
    }

    @Test
    void allPropertiesOfAMachineCount() {
        Scenario scenario = Compiler.scenarios(Samples.EVERYTHING).get(0);
        assertEquals(
                MachineSpec.DEFAULT
                        .named("smp4")
                        .withCpus(4)
                        .withHz(1000)
                        .withIpiLatency(2_500)
                        .withHorizon(2_000_000_000L),
                scenario.machine());
    }

    @Test
    void threadsStartOnCpuZeroAsDaemonsUnlessTheySayOtherwise() {
        List<ThreadSpec> threads = Compiler.scenario("""
                        machine m { cpus 2 }
                        scenario "s" on m {
                            thread plain { }
                            interrupt thread intr { }
                            thread any on any cpu at 7 { }
                            thread one on cpu 1 at INT_HIGH { }
                        }
                        """).threads();
        assertEquals(
                List.of("plain KERNEL 0 12", "intr INTERRUPT 0 28", "any KERNEL -1 7", "one KERNEL 1 29"),
                threads.stream()
                        .map(it -> it.name() + " " + it.kind() + " " + ((Expr.Constant) it.cpu()).value() + " "
                                + it.priority())
                        .toList());
        assertEquals(at(3, 12), threads.get(0).position());
        assertEquals(at(4, 22), threads.get(1).position());
    }

    @Test
    void aStatementIsAnInstructionAtItsPlace() {
        assertEquals(
                """
                0 RUN 1500000 @t.lwkt:3:9
                1 YIELD @t.lwkt:3:19
                2 YIELD_QUICK @t.lwkt:3:25
                3 SWITCH @t.lwkt:4:1
                4 LOOP_ENTER 3 to 9 in 0 @t.lwkt:5:1
                5 CRIT_ENTER @t.lwkt:5:12
                6 RUN 1000 @t.lwkt:6:2
                7 CRIT_EXIT @t.lwkt:5:12
                8 LOOP_NEXT to 5 in 0 @t.lwkt:5:1
                9 SCHEDULE 0 @t.lwkt:8:1
                10 DESCHEDULE 0 @t.lwkt:9:1
                11 SETPRI_SELF 6 @t.lwkt:10:1
                12 MIGRATE 0 @t.lwkt:11:1
                13 RUN 0 @t.lwkt:12:11
                14 EXIT @t.lwkt:12:19
                15 JUMP to 13 @t.lwkt:12:1
                16 EXIT @t.lwkt:12:1""",
                Compiler.scenario(Samples.body("""
                                        run 1.5ms yield yield quick
                                        switch
                                        repeat 3 { critical {
                                         run 1us
                                        } }
                                        schedule t
                                        deschedule t
                                        setpri USER_NORM
                                        migrate cpu 0
                                        forever { run 0ns exit }""")).threads().get(0).body().toString());
    }

    @Test
    void otherThreadsAreMeantByTheirNumber() {
        Scenario scenario = Compiler.scenario("""
                scenario "s" {
                    thread a { schedule c }
                    interrupt thread b { wait deschedule a }
                    at 1ms interrupt b
                    thread c { }
                }
                """);
        assertEquals(Expr.constant(2), scenario.threads().get(0).body().argument(0, 0));
        assertEquals(Expr.constant(0), scenario.threads().get(1).body().argument(1, 0));
    }

    @Test
    void eventsHaveTheirPlaceAndDefaults() {
        Scenario scenario = Compiler.scenario("""
                machine m { cpus 2 }
                scenario "s" on m {
                    interrupt thread b { wait }
                    at 1ms interrupt b
                    at 2ms interrupt b on cpu 1
                    every 1us interrupt b
                    every 1us from 2us until 3us interrupt b on cpu 0
                }
                """);
        assertEquals(
                List.of(
                        EventSpec.interrupt("b").at(1_000_000).declaredAt(at(4, 5)),
                        EventSpec.interrupt("b").onCpu(1).at(2_000_000).declaredAt(at(5, 5)),
                        EventSpec.interrupt("b")
                                .every(1_000, 0, Long.MAX_VALUE, 0)
                                .declaredAt(at(6, 5)),
                        EventSpec.interrupt("b")
                                .onCpu(0)
                                .every(1_000, 2_000, 3_000, 0)
                                .declaredAt(at(7, 5))),
                scenario.events());
    }

    @Test
    void expectationsAreWhatTheySay() {
        SourcePosition p = at(5, 5);
        assertEquals(new Expectation.Preempts("nic", "t", p, "nic preempts t"), expectation("nic preempts t"));
        assertEquals(
                new Expectation.BeforeTime(new Moment.End("t"), 2_000_000, p, "t ends before 2ms"),
                expectation("t   ends /* really */\n before 2ms"));
        assertEquals(
                new Expectation.Before(new Moment.Start("nic"), new Moment.End("t"), p, "start(nic) before end(t)"),
                expectation("start(nic) before end(t)"));
        assertEquals(
                new Expectation.BeforeTime(new Moment.Start("t"), 1, p, "start(t) before 1ns"),
                expectation("start(t) before 1ns"));
        assertEquals(
                new Expectation.Before(new Moment.Panic(), new Moment.Start("t"), p, "panic before start(t)"),
                expectation("panic before start(t)"));
        assertEquals(
                new Expectation.Before(new Moment.Start("t"), new Moment.Panic(), p, "start(t) before panic"),
                expectation("start(t) before panic"));
        assertEquals(new Expectation.Panics("", p, "panic"), expectation("panic"));
        assertEquals(
                new Expectation.Panics("a \"b\"", p, "panic \"a \\\"b\\\"\""), expectation("panic \"a \\\"b\\\"\""));
        assertEquals(new Expectation.Ends(Ending.QUIESCENT, p, "quiescent"), expectation("quiescent"));
    }

    @Test
    void comparisonsAreRanges() {
        assertEquals(Bounds.exactly(5), bounds("switches(t) == 5"));
        assertEquals(Bounds.atMost(5), bounds("switches(t) <= 5"));
        assertEquals(Bounds.atMost(4), bounds("switches(t) < 5"));
        assertEquals(Bounds.atLeast(5), bounds("switches(t) >= 5"));
        assertEquals(Bounds.atLeast(6), bounds("switches(t) > 5"));
        assertEquals(new Bounds(5, 6), bounds("switches(t) in 5 .. 6"));
        assertEquals(Bounds.exactly(5_000), bounds("cputime(t) == 5us"));
        assertEquals(Bounds.atMost(4_999), bounds("cputime(t) < 5us"));
        assertEquals(new Bounds(1_000, 5_000), bounds("cputime(t) in 1us .. 5us"));
    }

    @Test
    void aRangeThatNothingSatisfiesContainsNothing() {
        Bounds bounds = bounds("switches(t) > 9223372036854775807");
        for (long value : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals(false, bounds.contains(value));
        }
    }

    @Test
    void measuresAreOfAThreadOrACpu() {
        assertEquals(new Measure.CpuTime("t"), total("cputime(t) == 5us").measure());
        assertEquals(
                new Measure.SwitchesToThread("t"), total("switches(t) == 5").measure());
        assertEquals(new Measure.SwitchesOfCpu(0), total("switches(cpu 0) == 5").measure());
    }

    @Test
    void theScenarioIsWhereItsNameIs() {
        Scenario scenario = Compiler.scenario("\n  scenario  \"a \\\"b\\\" \\\\ \\t \u00e9\" { thread t { } }");
        assertEquals(at(2, 13), scenario.position());
        assertEquals("a \"b\" \\ \t \u00e9", scenario.name());
    }

    private static Expectation.Total total(String text) {
        return (Expectation.Total) expectation(text);
    }

    private static Bounds bounds(String text) {
        return total(text).bounds();
    }
}
