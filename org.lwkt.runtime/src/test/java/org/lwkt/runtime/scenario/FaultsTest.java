// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.metrics.EventMetrics;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class FaultsTest {
    @Nested
    class Ipi {
        /** The waker on CPU 0 wakes one sleeper on CPU 1 at 1 ms and one on CPU 2 at 1.001 ms. */
        private static Result woken(FaultSpec... faults) {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("ipi")
                    .machine(machine(3, S))
                    .thread(
                            "waker",
                            0,
                            KERN_DAEMON,
                            it -> it.run(MS).schedule(1).run(US).schedule(2))
                    .thread("b", 1, KERN_DAEMON, it -> it.deschedule(1).switchThread())
                    .thread("c", 2, KERN_DAEMON, it -> it.deschedule(2).switchThread());
            List.of(faults).forEach(scenario::fault);
            return run(scenario);
        }

        @Test
        void delayedArrivesLater() {
            Result result = woken(FaultSpec.delayIpi(40 * US).between(0, 1));
            assertEquals("1ms cpu0 FAULT waker ipi delayed: to cpu 1\n", trace(result, Kind.FAULT));
            assertEquals(MS + 42 * US, thread(result, "b").endNs());
            assertEquals(MS + 3 * US, thread(result, "c").endNs());
            assertEquals(List.of(new EventMetrics(1, MS, MS)), result.faults());
        }

        @Test
        void droppedLeavesItsMessageToTheNextTick() {
            Result result = woken(FaultSpec.dropIpi().next(1));
            assertEquals("1ms cpu0 FAULT waker ipi dropped: to cpu 1\n", trace(result, Kind.FAULT));
            assertEquals(10 * MS, thread(result, "b").endNs());
            assertEquals(MS + 3 * US, thread(result, "c").endNs());
        }

        @Test
        void droppedIsNotRepeatedByTheNextMessage() {
            Result result = run(ScenarioBuilder.scenario("npoll")
                    .machine(machine(2, S))
                    .thread(
                            "waker",
                            0,
                            KERN_DAEMON,
                            it -> it.run(MS).schedule(1).run(MS).schedule(2))
                    .thread("b", 1, KERN_DAEMON, it -> it.deschedule(1).switchThread())
                    .thread("c", 1, KERN_DAEMON, it -> it.deschedule(2).switchThread())
                    .fault(FaultSpec.dropIpi().next(1)));
            assertEquals(10 * MS, thread(result, "b").endNs());
            assertEquals(10 * MS, thread(result, "c").endNs());
        }

        @Test
        void duplicatedFindsNothingTheSecondTime() {
            Result result = woken(FaultSpec.duplicateIpi(5 * US).on(1));
            assertEquals(1, result.cpus().get(1).ipisReceived());
            assertEquals(woken().steps() + 1, result.steps());
            assertEquals(MS + 2 * US, thread(result, "b").endNs());
        }

        @Test
        void reorderedComesAfterTheNext() {
            Result result = woken(FaultSpec.reorderIpi(MS).next(1));
            assertEquals(MS + 3 * US, thread(result, "c").endNs());
            assertEquals(MS + 3 * US + 1, thread(result, "b").endNs());
        }

        @Test
        void reorderedComesAtItsLatestTimeWhereNoneFollows() {
            Result result = woken(FaultSpec.reorderIpi(70 * US).between(0, 2));
            assertEquals(MS + US + 72 * US, thread(result, "c").endNs());
        }
    }

    @Nested
    class Tick {
        private static Result ticks(FaultSpec fault) {
            return run(ScenarioBuilder.scenario("ticks")
                    .machine(machine(1, S))
                    .thread("a", 0, KERN_DAEMON, it -> it.run(45 * MS))
                    .fault(fault));
        }

        @Test
        void lostIsMissed() {
            assertEquals("""
                    10ms cpu0 TICK a
                    20ms cpu0 FAULT a tick lost
                    30ms cpu0 TICK a
                    40ms cpu0 TICK a
                    """, trace(ticks(FaultSpec.loseTick().from(15 * MS).next(1)), Kind.TICK, Kind.FAULT));
        }

        @Test
        void lateLeavesTheOthersInTime() {
            assertEquals(
                    """
                    10ms cpu0 TICK a
                    20ms cpu0 FAULT a tick late
                    23ms cpu0 TICK a
                    30ms cpu0 TICK a
                    40ms cpu0 TICK a
                    """, trace(ticks(FaultSpec.lateTick(3 * MS).from(15 * MS).until(25 * MS)), Kind.TICK, Kind.FAULT));
        }

        @Test
        void lateByMoreThanAPeriodIsOneWithTheNext() {
            assertEquals("""
                    10ms cpu0 FAULT a tick late
                    35ms cpu0 TICK a
                    40ms cpu0 TICK a
                    """, trace(ticks(FaultSpec.lateTick(25 * MS).next(1)), Kind.TICK, Kind.FAULT));
        }
    }

    @Nested
    class SlowCpu {
        @Test
        void takesItsFactorForWhatFallsIntoThePeriod() {
            Result result = run(ScenarioBuilder.scenario("slow")
                    .machine(machine(2, S))
                    .thread("a", 0, KERN_DAEMON, it -> it.run(9 * MS))
                    .thread("b", 1, KERN_DAEMON, it -> it.run(9 * MS))
                    .fault(FaultSpec.slowCpu(0, 300).from(2 * MS).until(8 * MS)));
            assertEquals("""
                    2ms cpu0 FAULT a cpu takes 300 %
                    8ms cpu0 FAULT a cpu takes 100 %
                    """, trace(result, Kind.FAULT));
            // 2 ms at full speed, 2 ms of work in 6 ms, 5 ms at full speed.
            assertEquals(13 * MS, thread(result, "a").endNs());
            assertEquals(9 * MS, thread(result, "b").endNs());
        }

        @Test
        void doesNotKeepARunAlive() {
            Result result = run(ScenarioBuilder.scenario("slow")
                    .thread("a", 0, KERN_DAEMON, it -> it.run(MS))
                    .fault(FaultSpec.slowCpu(0, 200).from(S).until(2 * S)));
            assertEquals(MS, result.end().timeNs());
        }
    }

    @Test
    void chanceIsThatOfTheSeedAndOfTheFault() {
        ScenarioBuilder base = lossy(1);
        long hits = run(base).faults().get(0).count();
        assertTrue(hits > 20 && hits < 80, hits + " of 100 ticks at 50 %");
        assertEquals(run(lossy(1)).digest(), run(lossy(1)).digest());
        assertNotEquals(run(lossy(1)).digest(), run(lossy(2)).digest());
    }

    private static ScenarioBuilder lossy(long seed) {
        return ScenarioBuilder.scenario("lossy")
                .machine(machine(1, 2 * S).withSeed(seed))
                .thread("a", 0, KERN_DAEMON, it -> it.run(S))
                .fault(FaultSpec.loseTick().withChance(50));
    }

    @Test
    void theOneDeclaredFirstHits() {
        Result result = run(ScenarioBuilder.scenario("first")
                .machine(machine(1, S))
                .thread("a", 0, KERN_DAEMON, it -> it.run(35 * MS))
                .fault(FaultSpec.loseTick().next(1))
                .fault(FaultSpec.lateTick(MS)));
        assertEquals(
                List.of(new EventMetrics(1, 10 * MS, 10 * MS), new EventMetrics(2, 20 * MS, 30 * MS)), result.faults());
    }

    @Test
    void aCpuThatTheMachineDoesNotHaveIsRefused() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("none").fault(FaultSpec.slowCpu(3, 200));
        assertEquals(
                "fault CPU_SLOW: the machine has no cpu 3",
                assertThrows(IllegalArgumentException.class, scenario::build).getMessage());
    }
}
