// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.cpuTime;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.trace;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class EndOfRunTest {
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("end", "end.lwkt", 1, 1);
    }

    private static SourcePosition line(int line, int column) {
        return new SourcePosition("end.lwkt", line, column);
    }

    @Nested
    class Horizon {
        @Test
        void endsTheRunAndAccountsWhatRunsUpToIt() {
            Result result =
                    run(scenario().machine(machine(1, 25 * MS)).thread("long", 0, KERN_DAEMON, body -> body.run(S)));
            assertEquals(RunEnd.Reason.HORIZON, result.end().reason());
            assertEquals(25 * MS, result.end().timeNs());
            assertEquals("25ms", cpuTime(result, "long"));
            assertEquals(25 * MS, result.cpus().get(0).busyNs());
            assertTrue(result.held());
        }

        @Test
        void whatWouldHappenAtItDoesNot() {
            Result result =
                    run(scenario().machine(machine(1, 10 * MS)).thread("a", 0, KERN_DAEMON, body -> body.run(10 * MS)));
            assertEquals(RunEnd.Reason.HORIZON, result.end().reason());
            assertEquals("\n", trace(result, Kind.END, Kind.TICK));
            assertEquals("10ms", cpuTime(result, "a"));
        }

        @Test
        void aRunLongerThanAllTimeReachesIt() {
            Result result = run(scenario()
                    .machine(machine(1, 20 * MS))
                    .thread("a", 0, KERN_DAEMON, body -> body.run(MS).run(Long.MAX_VALUE)));
            assertEquals(RunEnd.Reason.HORIZON, result.end().reason());
            assertEquals("20ms", cpuTime(result, "a"));
        }
    }

    @Nested
    class Quiescence {
        @Test
        void comesWhenOnlyTicksAreLeft() {
            Result result =
                    run(scenario().machine(machine(2, S)).thread("a", 1, KERN_DAEMON, body -> body.run(25 * MS)));
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
            assertEquals(25 * MS, result.end().timeNs());
            assertEquals(2, result.cpus().get(0).ticks());
        }

        @Test
        void anInterruptThreadThatWaitsDoesNotDelayIt() {
            Result result = run(scenario()
                    .interruptThread(
                            "nic",
                            0,
                            INT_MED,
                            body -> body.forever(turn -> turn.awaitInterrupt().run(MS)))
                    .interruptAt("nic", ANY, 5 * MS));
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
            assertEquals(6 * MS, result.end().timeNs());
        }

        @Test
        void aScriptedInterruptThatIsStillToComeDelaysIt() {
            Result result = run(scenario()
                    .machine(machine(1, S))
                    .interruptThread("nic", 0, INT_MED, body -> body.run(MS))
                    .interruptAt("nic", ANY, MS)
                    .interruptAt("nic", ANY, 2 * S));
            assertEquals(RunEnd.Reason.HORIZON, result.end().reason());
        }

        @Test
        void anIpiUnderWayDelaysIt() {
            Result result = run(scenario()
                    .machine(machine(2, S).withIpiLatency(30 * MS))
                    .thread("a", 0, KERN_DAEMON, body -> body.migrateCpu(1)));
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
            assertEquals(30 * MS, result.end().timeNs());
        }

        @Test
        void aMachineWithNothingToDoIsQuiescentAtOnce() {
            Result result = run(scenario());
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
            assertEquals(0, result.end().timeNs());
        }
    }

    @Nested
    class Panic {
        private ScenarioBuilder remoteSchedule() {
            return scenario()
                    .machine(machine(2, S))
                    .at(3, 5)
                    .thread(
                            "waker",
                            0,
                            KERN_DAEMON,
                            body -> body.at(4, 9)
                                    .run(MS)
                                    .at(5, 9)
                                    .schedule(1)
                                    .at(6, 9)
                                    .run(MS))
                    .interruptThread("nic", 1, INT_MED, body -> body.awaitInterrupt());
        }

        @Test
        void isAResultWithTheAssertionAndTheLineThatSentTheIpi() {
            Result result = run(remoteSchedule());
            assertEquals(
                    new RunEnd(
                            RunEnd.Reason.PANIC,
                            "lwkt_preempt: assert gd->gd_processing_ipiq == 0",
                            MS + 2 * US,
                            1,
                            "idle1",
                            line(5, 9)),
                    result.end());
            assertFalse(result.held());
        }

        @Test
        void namesTheLineThatRanWhereAThreadWasInterrupted() {
            Result result = run(remoteSchedule()
                    .thread("victim", 1, KERN_DAEMON, body -> body.at(9, 9).run(S)));
            assertEquals("victim", result.end().thread());
            assertEquals(line(9, 9), result.end().position());
        }

        @Test
        void isTheLastEvent() {
            Result result = run(remoteSchedule());
            assertEquals(
                    new TraceEvent(
                            MS + 2 * US, 1, Kind.PANIC, "idle1", "lwkt_preempt: assert gd->gd_processing_ipiq == 0"),
                    result.trace().get(result.trace().size() - 1));
        }

        @Test
        void anExpectedOneIsHeld() {
            Result result = run(remoteSchedule().expectPanic("gd_processing_ipiq", "panic \"gd_processing_ipiq\""));
            assertTrue(result.held());
        }
    }

    @Nested
    class Budgets {
        @Test
        void theZenoGuardNamesTheLineThatSpins() {
            Scenario spins = scenario()
                    .thread(
                            "spinner",
                            0,
                            KERN_DAEMON,
                            body -> body.run(3 * MS)
                                    .at(7, 3)
                                    .forever(turn -> turn.at(8, 5).yieldThread()))
                    .build();
            Result result =
                    Runner.of(spins).budget(new Budget(1_000_000, 500, 1_000)).run();
            assertEquals(RunEnd.Reason.BUDGET, result.end().reason());
            assertEquals("more than 500 steps at one instant", result.end().detail());
            assertEquals(3 * MS, result.end().timeNs());
            assertEquals("spinner", result.end().thread());
            assertTrue(result.end().position().line() == 8
                    || result.end().position().line() == 7);
            assertFalse(result.held());
        }

        @Test
        void anEmptyLoopIsStoppedToo() {
            Scenario spins = scenario()
                    .thread("spinner", 0, KERN_DAEMON, body -> body.at(7, 3).forever(turn -> {}))
                    .build();
            Result result =
                    Runner.of(spins).budget(new Budget(1_000_000, 500, 1_000)).run();
            assertEquals("more than 500 steps at one instant", result.end().detail());
            assertEquals(line(7, 3), result.end().position());
            assertEquals(500, result.steps());
        }

        @Test
        void timeThatPassesResetsTheZenoGuard() {
            Scenario busy = scenario()
                    .thread("busy", 0, KERN_DAEMON, body -> body.repeat(1_000, turn -> turn.run(1)))
                    .build();
            Result result =
                    Runner.of(busy).budget(new Budget(1_000_000, 10, 10_000)).run();
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
        }

        @Test
        void stepsInAllAreBounded() {
            Scenario endless = scenario()
                    .thread("busy", 0, KERN_DAEMON, body -> body.at(4, 7).forever(turn -> turn.run(1)))
                    .build();
            Result result =
                    Runner.of(endless).budget(new Budget(10_000, 100, 1_000)).run();
            assertEquals("more than 10000 steps", result.end().detail());
            assertEquals(10_000, result.steps());
            assertEquals(line(4, 7), result.end().position());
        }

        @Test
        void anIdleMachineThatWaitsForTheScriptIsBoundedToo() {
            Scenario idle = scenario()
                    .machine(machine(1, 1_000_000 * S))
                    .interruptThread("nic", 0, INT_MED, body -> body.awaitInterrupt())
                    .interruptAt("nic", ANY, 900_000 * S)
                    .build();
            Result result =
                    Runner.of(idle).budget(new Budget(5_000, 100, 10_000)).run();
            assertEquals("more than 5000 steps", result.end().detail());
            assertEquals(SourcePosition.NONE, result.end().position());
        }

        @Test
        void aScenarioMaySetItsOwnWhichSaysWhereItStands() {
            Scenario endless = scenario()
                    .at(2, 5)
                    .budget(Budget.Limit.STEPS, 100)
                    .thread("busy", 0, KERN_DAEMON, body -> body.forever(turn -> turn.run(1)))
                    .build();
            Result result = Runner.of(endless).run();
            assertEquals(100, result.steps());
            assertEquals(
                    "more than 100 steps, the budget that is set at " + line(2, 5),
                    result.end().detail());
            assertEquals(
                    "more than 50 steps",
                    Runner.of(endless)
                            .budget(new Budget(50, 50, 50))
                            .run()
                            .end()
                            .detail());
        }

        @Test
        void itsEventsAreBoundedWithoutATraceToo() {
            Scenario chatty = scenario()
                    .machine(machine(1, S))
                    .budget(Budget.Limit.EVENTS, 50)
                    .thread("a", 0, KERN_DAEMON, body -> body.forever(turn -> turn.run(MS)))
                    .build();
            Result kept = Runner.of(chatty).run();
            Result lost = Runner.of(chatty).recordTrace(false).run();
            assertEquals(RunEnd.Reason.BUDGET, kept.end().reason());
            assertEquals(kept.end(), lost.end());
            assertEquals(kept.digest(), lost.digest());
        }

        @Test
        void createdThreadsAreBounded() {
            Scenario forks = scenario()
                    .budget(Budget.Limit.THREADS, 3)
                    .thread(ThreadSpec.kernel("child").template(), body -> body.run(MS))
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            body -> body.forever(
                                    turn -> turn.call(Opcode.CREATE, 0, 0).run(1)))
                    .build();
            assertTrue(Runner.of(forks).run().end().detail().startsWith("more than 3 threads created"));
        }

        @Test
        void aLimitHasALimit() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Budget.DEFAULT.with(Budget.Limit.EVENTS, Budget.Limit.EVENTS.most() + 1, null));
            assertThrows(IllegalArgumentException.class, () -> Budget.DEFAULT.with(Budget.Limit.STEPS, 0, null));
        }

        @Test
        void traceEventsAreBoundedWhereATraceIsKept() {
            Scenario chatty = scenario()
                    .machine(machine(1, S))
                    .thread("a", 0, KERN_DAEMON, body -> body.forever(turn -> turn.run(MS)))
                    .build();
            Budget budget = new Budget(1_000_000, 1_000, 50);
            Result result = Runner.of(chatty).budget(budget).run();
            assertEquals("more than 50 trace events", result.end().detail());
            assertEquals(50, result.trace().size());
            assertEquals(
                    RunEnd.Reason.HORIZON,
                    Runner.of(chatty)
                            .budget(budget)
                            .recordTrace(false)
                            .run()
                            .end()
                            .reason());
        }
    }

    @Nested
    class Cancellation {
        @Test
        void stopsTheRunWithoutADigest() {
            int[] looks = {0};
            Scenario endless = scenario()
                    .machine(machine(1, 1_000_000 * S))
                    .thread("a", 0, KERN_DAEMON, body -> body.forever(turn -> turn.run(10 * MS)))
                    .build();
            Result result = Runner.of(endless)
                    .cancelWhen(() -> ++looks[0] > 3)
                    .recordTrace(false)
                    .run();
            assertEquals(RunEnd.Reason.CANCELLED, result.end().reason());
            assertEquals("", result.digest());
            assertFalse(result.held());
            assertEquals(4, looks[0]);
        }

        @Test
        void isNotAskedForAtEveryStep() {
            int[] looks = {0};
            Scenario busy = scenario()
                    .thread("a", 0, KERN_DAEMON, body -> body.repeat(100_000, turn -> turn.run(1)))
                    .build();
            Runner.of(busy).cancelWhen(() -> ++looks[0] < 0).recordTrace(false).run();
            assertTrue(looks[0] > 10 && looks[0] < 1_000, "looks=" + looks[0]);
        }
    }
}
