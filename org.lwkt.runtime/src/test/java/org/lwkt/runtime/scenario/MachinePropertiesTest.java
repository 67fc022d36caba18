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
import static org.lwkt.runtime.scenario.Runs.trace;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.machine.EventKind;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.machine.MachineSpec.TieBreaking;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class MachinePropertiesTest {
    @Nested
    class Hardclock {
        private static Result busy(MachineSpec machine) {
            return run(ScenarioBuilder.scenario("ticks").machine(machine).thread("a", 0, KERN_DAEMON, it -> it.run(S)));
        }

        @Test
        void ticksFirstAtItsPhaseAndThenAtItsRate() {
            assertEquals("""
                    0s cpu0 TICK idle0
                    10ms cpu0 TICK a
                    20ms cpu0 TICK a
                    """, trace(busy(machine(1, 25 * MS).withPhase(0)), Kind.TICK));
            assertEquals("""
                    3ms cpu0 TICK a
                    13ms cpu0 TICK a
                    23ms cpu0 TICK a
                    """, trace(busy(machine(1, 25 * MS).withPhase(3 * MS)), Kind.TICK));
        }

        @Test
        void ticksFirstAfterOnePeriodByDefault() {
            assertEquals("""
                    10ms cpu0 TICK a
                    20ms cpu0 TICK a
                    """, trace(busy(machine(1, 25 * MS)), Kind.TICK));
        }
    }

    @Test
    void everyOneOf256CpusRunsItsThread() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("wide").machine(machine(256, S));
        for (int cpu = 0; cpu < 256; cpu++) {
            scenario.thread("t" + cpu, cpu, KERN_DAEMON, it -> it.run(MS));
        }
        Result result = run(scenario);
        assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
        assertTrue(result.cpus().stream().allMatch(it -> it.busyNs() == MS));
    }

    @Nested
    class IpiLatency {
        private static ScenarioBuilder thereAndBack(MachineSpec machine) {
            return ScenarioBuilder.scenario("there and back")
                    .machine(machine)
                    .thread("mover", 0, KERN_DAEMON, it -> it.migrateCpu(1).migrateCpu(0));
        }

        @Test
        void mayDifferByPairAndDirection() {
            Result result = run(thereAndBack(machine(2, S).withIpiLatency(1, 0, 30 * US)));
            assertEquals("""
                    2us cpu1 IPI_RECEIVE mover from cpu 0: lwkt_setcpu_remote
                    32us cpu0 IPI_RECEIVE mover from cpu 1: lwkt_setcpu_remote
                    """, trace(result, Kind.IPI_RECEIVE));
        }

        @Test
        void ofACpuThatTheMachineDoesNotHaveIsRefused() {
            ScenarioBuilder scenario = thereAndBack(machine(2, S).withIpiLatency(0, 2, US));
            assertEquals(
                    "IPI latency: the machine has no cpu 2",
                    assertThrows(IllegalArgumentException.class, scenario::build)
                            .getMessage());
        }
    }

    @Nested
    class Sysctl {
        private static Result interrupted(MachineSpec machine) {
            return run(ScenarioBuilder.scenario("preemption")
                    .machine(machine)
                    .thread("a", 0, KERN_DAEMON, it -> it.run(5 * MS))
                    .interruptThread("nic", 0, INT_MED, it -> it.run(US))
                    .interruptAt("nic", ANY, MS));
        }

        @Test
        void reachesTheKernel() {
            assertEquals(1, interrupted(machine(1, S)).cpus().get(0).preemptions());
            MachineSpec without = machine(1, S).withSysctl("lwkt.preempt_enable", 0);
            assertEquals(0, interrupted(without).cpus().get(0).preemptions());
        }

        @Test
        void thatTheKernelDoesNotHaveIsRefusedWithTheNamesThatItHas() {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> MachineSpec.DEFAULT.withSysctl("lwkt.premt", 1))
                    .getMessage();
            assertTrue(message.startsWith("no sysctl is called lwkt.premt; the kernel has lwkt."), message);
        }

        @Test
        void whoseValueMakesNoSenseIsRefused() {
            assertEquals(
                    "kern.livelock_limit must be 1 to 2147483647: 0",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> MachineSpec.DEFAULT.withSysctl("kern.livelock_limit", 0))
                            .getMessage());
        }

        @Test
        void hzIsSaidAsThatOfTheMachine() {
            assertEquals(
                    "kern.hz is the hz of the machine",
                    assertThrows(IllegalArgumentException.class, () -> MachineSpec.DEFAULT.withSysctl("kern.hz", 100))
                            .getMessage());
        }
    }

    /** An IPI taken with a frame schedules a preemptable thread while gd_processing_ipiq is not 0. */
    @Nested
    class Invariants {
        private static Result forwarded(boolean invariants) {
            return run(ScenarioBuilder.scenario("forwarded")
                    .machine(machine(2, S).withInvariants(invariants))
                    .thread("a", 1, KERN_DAEMON, it -> it.run(5 * MS))
                    .interruptThread("nic", 1, INT_MED, it -> it.run(US))
                    .thread("waker", 0, KERN_DAEMON, it -> it.run(MS).schedule(1)));
        }

        @Test
        void stopTheMachineAtAnAssertion() {
            assertEquals(RunEnd.Reason.PANIC, forwarded(true).end().reason());
        }

        @Test
        void thatAreOffLetItGoOn() {
            Result result = forwarded(false);
            assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
            assertEquals(1, result.cpus().get(1).preemptions());
        }
    }

    @Nested
    class Order {
        private static ScenarioBuilder twoAtOnce(MachineSpec machine) {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("at once").machine(machine);
            for (int cpu = 0; cpu < 4; cpu++) {
                scenario.thread("t" + cpu, cpu, KERN_DAEMON, it -> it.repeat(10, turn -> turn.run(MS)));
            }
            return scenario;
        }

        private static String starts(MachineSpec machine) {
            return trace(run(twoAtOnce(machine)), Kind.START);
        }

        @Test
        void isThatOfTheCpusByDefaultWhateverTheSeed() {
            assertEquals("""
                    0s cpu0 START t0
                    0s cpu1 START t1
                    0s cpu2 START t2
                    0s cpu3 START t3
                    """, starts(machine(4, S)));
            assertEquals(starts(machine(4, S)), starts(machine(4, S).withSeed(7)));
        }

        @Test
        void mayBeDrawnFromTheSeed() {
            MachineSpec random = machine(4, S).withTieBreaking(TieBreaking.RANDOM);
            assertEquals(starts(random.withSeed(1)), starts(random.withSeed(1)));
            List<String> seen = java.util.stream.LongStream.range(0, 20)
                    .mapToObj(seed -> starts(random.withSeed(seed)))
                    .distinct()
                    .toList();
            assertTrue(seen.size() > 5, seen.size() + " orders of 20 seeds");
        }

        @Test
        void mayBeChosenEventByEvent() {
            Scenario scenario = twoAtOnce(machine(4, S)).build();
            Result last = Runner.of(scenario).chooseBy(due -> due.count() - 1).run();
            assertEquals("""
                    0s cpu3 START t3
                    0s cpu2 START t2
                    0s cpu1 START t1
                    0s cpu0 START t0
                    """, trace(last, Kind.START));
            Result first = Runner.of(scenario)
                    .chooseBy(due -> {
                        assertTrue(due.kind(0) < due.kind(1) || due.cpu(0) < due.cpu(1), "not in the fixed order");
                        assertTrue(due.kind(0) >= EventKind.TIMER && due.kind(1) <= EventKind.PROGRESS);
                        return 0;
                    })
                    .run();
            assertEquals(run(twoAtOnce(machine(4, S))).digest(), first.digest());
            assertNotEquals(first.digest(), last.digest());
        }
    }
}
