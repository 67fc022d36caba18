// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;
import static org.lwkt.runtime.scenario.Runs.trace;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class ScriptTest {
    @Nested
    class Jitter {
        private static ScenarioBuilder jittery(long seed) {
            return ScenarioBuilder.scenario("jitter")
                    .machine(machine(1, S).withSeed(seed))
                    .interruptThread("nic", 0, INT_MED, it -> it.forever(turn -> turn.awaitInterrupt()))
                    .interruptEvery("nic", ANY, 10 * MS, 10 * MS, 500 * MS, MS);
        }

        private static List<Long> arrivals(ScenarioBuilder scenario) {
            return run(scenario).trace().stream()
                    .filter(it -> it.kind() == Kind.INTERRUPT && it.thread().equals("nic"))
                    .map(it -> it.timeNs())
                    .toList();
        }

        @Test
        void delaysEachFiringByItselfAndDoesNotAddUp() {
            List<Long> arrivals = arrivals(jittery(1));
            assertEquals(49, arrivals.size());
            for (int index = 0; index < arrivals.size(); index++) {
                long late = arrivals.get(index) - (index + 1) * 10 * MS;
                assertTrue(late >= 0 && late <= MS, "firing " + index + " is late by " + late + " ns");
            }
            assertTrue(arrivals.stream().map(it -> it % (10 * MS)).distinct().count() > 40);
        }

        @Test
        void isThatOfTheSeed() {
            assertEquals(arrivals(jittery(1)), arrivals(jittery(1)));
            assertNotEquals(arrivals(jittery(1)), arrivals(jittery(2)));
        }

        @Test
        void ofOneEventDoesNotDependOnAnother() {
            ScenarioBuilder two = jittery(1)
                    .interruptThread("disk", 0, INT_MED, it -> it.forever(turn -> turn.awaitInterrupt()))
                    .interruptEvery("disk", ANY, 7 * MS, MS, 500 * MS, 2 * MS);
            assertEquals(arrivals(jittery(1)), arrivals(two));
        }
    }

    @Nested
    class Start {
        @Test
        void isWhenTheFirstInstructionRuns() {
            Result result = run(ScenarioBuilder.scenario("start")
                    .thread(ThreadSpec.kernel("late").startingAt(3 * MS), it -> it.run(MS)));
            assertEquals(3 * MS, thread(result, "late").startNs());
            assertEquals(4 * MS, thread(result, "late").endNs());
            assertEquals(List.of(), result.events());
        }

        @Test
        void waitsForTheThreadThatRuns() {
            Result result = run(ScenarioBuilder.scenario("start")
                    .thread("busy", 0, KERN_DAEMON, it -> it.critical(section -> section.run(5 * MS)))
                    .thread(ThreadSpec.kernel("late").startingAt(3 * MS), it -> it.run(MS)));
            assertEquals(5 * MS, thread(result, "busy").endNs());
            assertEquals(5 * MS, thread(result, "late").startNs());
            assertEquals(2 * MS, thread(result, "late").latencyMaxNs());
        }
    }

    @Nested
    class StoppedCpu {
        private static ScenarioBuilder stopped() {
            return ScenarioBuilder.scenario("stop")
                    .machine(machine(2, S))
                    .thread("a", 1, KERN_DAEMON, it -> it.run(5 * MS))
                    .stopCpuAt(1, 2 * MS)
                    .restartCpuAt(1, 30 * MS);
        }

        @Test
        void goesOnWhereItWasAndTakesTheTicksAsOne() {
            Result result = run(stopped());
            assertEquals("""
                    2ms cpu1 FAULT a cpu stopped
                    10ms cpu1 PEND a tick
                    20ms cpu1 PEND a tick
                    30ms cpu1 PEND a tick
                    30ms cpu1 FAULT a cpu restarted
                    33ms cpu1 END a
                    """, trace(result, Kind.FAULT, Kind.PEND, Kind.END));
            assertEquals(1, result.events().get(0).count());
        }

        @Test
        void takesMessagesButRunsNobody() {
            Result result = run(stopped()
                    .thread(
                            "waker",
                            0,
                            KERN_DAEMON,
                            it -> it.run(3 * MS).schedule(2).run(MS).schedule(3))
                    .thread("b", 1, KERN_DAEMON, it -> it.deschedule(2).switchThread())
                    .thread("c", 1, KERN_DAEMON, it -> it.deschedule(3).switchThread()));
            assertEquals("""
                    3.0001ms cpu1 IPI_RECEIVE b from cpu 0: lwkt_schedule_remote
                    4.0001ms cpu1 IPI_RECEIVE c from cpu 0: lwkt_schedule_remote
                    """, trace(result, Kind.IPI_RECEIVE));
            assertEquals(33 * MS, thread(result, "b").startNs());
            assertEquals(33 * MS, thread(result, "c").startNs());
            // Both were scheduled before they came to wait for it.
            assertEquals(RunEnd.Reason.LOST_WAKEUP, result.end().reason());
        }

        @Test
        void handlesItsInterruptsAfterwards() {
            Result result = run(stopped()
                    .interruptThread("nic", 1, INT_MED, it -> it.run(US))
                    .interruptAt("nic", ANY, 4 * MS));
            assertEquals(30 * MS, thread(result, "nic").startNs());
        }

        @Test
        void thatIdlesGoesOnIdling() {
            Result result = run(ScenarioBuilder.scenario("idle")
                    .machine(machine(2, S))
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            it -> it.run(5 * MS).migrateCpu(1).run(MS))
                    .stopCpuAt(1, MS)
                    .restartCpuAt(1, 2 * MS));
            assertEquals(6 * MS + 2 * US, thread(result, "a").endNs());
        }
    }

    @Test
    void aSpuriousInterruptChangesNothingButShows() {
        Result result = run(ScenarioBuilder.scenario("spurious")
                .machine(machine(2, S))
                .thread("a", 0, KERN_DAEMON, it -> it.run(5 * MS))
                .spuriousInterruptAt(0, MS)
                .spuriousInterruptAt(1, 2 * MS));
        assertEquals("""
                1ms cpu0 FAULT a spurious interrupt
                2ms cpu1 FAULT idle1 spurious interrupt
                """, trace(result, Kind.FAULT));
        assertEquals(5 * MS, thread(result, "a").endNs());
    }

    @Nested
    class StartEvents {
        private static ScenarioBuilder waiting() {
            return ScenarioBuilder.scenario("start")
                    .machine(machine(2, S))
                    .thread(ThreadSpec.kernel("t").onCpu(1).nostart(), it -> it.run(MS));
        }

        @Test
        void makesTheThreadRunAtThatTime() {
            Result result = run(waiting().event(EventSpec.start("t").at(3 * MS)));
            assertEquals(3 * MS, thread(result, "t").startNs());
            assertEquals(1, result.events().getFirst().count());
        }

        @Test
        void doesNothingToAThreadThatHasStarted() {
            Result result = run(waiting().event(EventSpec.start("t").every(MS / 4, 3 * MS, 9 * MS, 0)));
            assertEquals(3 * MS, thread(result, "t").startNs());
            assertEquals(4 * MS, thread(result, "t").endNs());
            assertEquals(1, thread(result, "t").switches());
            assertEquals(24, result.events().getFirst().count());
            assertEquals("3ms cpu1 SCHEDULE_CALL t\n", trace(result, Kind.SCHEDULE_CALL));
        }

        @Test
        void ofAUserThreadIsItsFirstTurn() {
            Result result = run(ScenarioBuilder.scenario("start")
                    .machine(machine(1, S))
                    .thread(ThreadSpec.user("u").nostart(), it -> it.run(MS))
                    .event(EventSpec.start("u").every(MS, 3 * MS, 9 * MS, 0)));
            assertEquals(3 * MS, thread(result, "u").startNs());
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
        }

        @Test
        void isOfAThreadThatDoesNotStartByItself() {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("start")
                    .thread(ThreadSpec.kernel("t"), it -> it.run(MS))
                    .event(EventSpec.start("t").at(MS));
            assertEquals(
                    "t is no thread that waits to be started",
                    assertThrows(IllegalArgumentException.class, scenario::build)
                            .getMessage());
        }
    }

    @Nested
    class Wakeups {
        private static ScenarioBuilder sleepers() {
            return ScenarioBuilder.scenario("wakeup")
                    .machine(machine(2, S))
                    .resource(ResourceSpec.of("c", ResourceSpec.Kind.CHANNEL))
                    .thread(
                            ThreadSpec.kernel("t").times(2),
                            it -> it.call(Opcode.TSLEEP, 0, 0, 0).run(MS));
        }

        @Test
        void areNobodysAndAtTheCpuThatIsNamed() {
            Result result = run(sleepers().event(EventSpec.wakeup("c").onCpu(1).at(3 * MS)));
            assertEquals("3ms cpu1 WAKEUP_CALL  c\n", trace(result, Kind.WAKEUP_CALL));
            assertEquals("""
                    3.002ms cpu0 WAKEUP t[0]
                    3.002ms cpu0 WAKEUP t[1]
                    """, trace(result, Kind.WAKEUP));
        }

        @Test
        void ofOneWakeOne() {
            Result result = run(sleepers().event(EventSpec.wakeupOne("c").at(3 * MS)));
            assertEquals("3ms cpu0 WAKEUP t[0]\n", trace(result, Kind.WAKEUP));
            assertEquals(RunEnd.Reason.LOST_WAKEUP, result.end().reason());
            assertEquals(1, result.end().waits().getFirst().enders().size());
            assertEquals(3 * MS, result.end().waits().getFirst().lastEndNs());
        }

        @Test
        void waitForTheEndOfACriticalSectionEachOnce() {
            Result result = run(sleepers()
                    .thread("busy", 0, KERN_DAEMON, it -> it.run(MS).critical(section -> section.run(5 * MS)))
                    .event(EventSpec.wakeup("c").every(MS, 3 * MS, 5 * MS, 0)));
            assertEquals("""
                    3ms cpu0 PEND busy interrupt
                    6ms cpu0 WAKEUP_CALL  c
                    6ms cpu0 WAKEUP t[0]
                    6ms cpu0 WAKEUP t[1]
                    """, trace(result, Kind.PEND, Kind.WAKEUP_CALL, Kind.WAKEUP));
        }

        @Test
        void waitForAStoppedCpu() {
            Result result = run(sleepers()
                    .stopCpuAt(1, MS)
                    .event(EventSpec.wakeup("c").onCpu(1).at(2 * MS))
                    .restartCpuAt(1, 4 * MS));
            assertEquals("4ms cpu1 WAKEUP_CALL  c\n", trace(result, Kind.WAKEUP_CALL));
        }

        @Test
        void areOfAChannel() {
            ScenarioBuilder scenario = sleepers().event(EventSpec.wakeup("x").at(MS));
            assertEquals(
                    "no resource is called x",
                    assertThrows(IllegalArgumentException.class, scenario::build)
                            .getMessage());
        }
    }
}
