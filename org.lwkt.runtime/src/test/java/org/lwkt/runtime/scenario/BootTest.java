// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.trace;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class BootTest {
    @Test
    void atTimeZeroEachCpuPicksItsBestThreadWhateverTheOrderOfDeclaration() {
        Result result = run(ScenarioBuilder.scenario("boot")
                .machine(machine(2, S))
                .thread("low", 1, 10, body -> body.run(MS))
                .thread("high", 1, 20, body -> body.run(MS))
                .thread("alone", 0, 5, body -> body.run(MS)));
        assertEquals("""
                0s cpu0 START alone
                0s cpu1 START high
                1ms cpu1 START low
                """, trace(result, Kind.START));
    }

    @Test
    void equalsStartInTheOrderOfDeclaration() {
        Result result = run(ScenarioBuilder.scenario("boot")
                .thread("a", 0, KERN_DAEMON, body -> body.run(MS))
                .thread("b", 0, KERN_DAEMON, body -> body.run(MS)));
        assertEquals("""
                0s cpu0 START a
                1ms cpu0 START b
                """, trace(result, Kind.START));
    }

    /** The idle loop waits in a critical section then, and boot must not wait for it to take a message in there. */
    @Test
    void threadsAreMadeOnCpusThatIdleInACriticalSection() {
        Result result = run(ScenarioBuilder.scenario("idle")
                .machine(machine(2, S).withSysctl("idle_crit", 1))
                .thread("kernel", 1, KERN_DAEMON, body -> body.run(MS))
                .thread(ThreadSpec.user("a"), body -> body.run(MS))
                .thread(ThreadSpec.user("b").onCpu(1), body -> body.run(MS)));
        assertEquals("""
                0s cpu0 START a
                0s cpu1 START kernel
                1ms cpu1 START b
                """, trace(result, Kind.START));
    }

    @Test
    void theRotatorChoosesForThreadsOnAnyCpuAndStartsWithCpuOne() {
        Result result = run(ScenarioBuilder.scenario("any")
                .machine(machine(3, S))
                .thread("a", ANY, KERN_DAEMON, body -> body.run(MS))
                .thread("b", ANY, KERN_DAEMON, body -> body.run(MS))
                .thread("c", ANY, KERN_DAEMON, body -> body.run(MS))
                .thread("d", ANY, KERN_DAEMON, body -> body.run(MS)));
        assertEquals("""
                0s cpu0 START c
                0s cpu1 START a
                0s cpu2 START b
                1ms cpu1 START d
                """, trace(result, Kind.START));
    }

    @Test
    void nothingOfItIsTracedOrCounted() {
        Result result = run(ScenarioBuilder.scenario("quiet")
                .machine(machine(2, S))
                .thread("a", 1, KERN_DAEMON, body -> body.run(MS))
                .interruptThread("nic", 1, INT_MED, body -> body.awaitInterrupt()));
        assertEquals("""
                0s cpu1 SWITCH a
                0s cpu1 START a
                1ms cpu1 END a
                1ms cpu1 SWITCH idle1
                """, trace(result, Kind.values()));
        assertEquals(0, result.cpus().get(0).ipisSent());
        assertEquals(0, result.cpus().get(1).ipisReceived());
        assertEquals(2, result.switches());
    }

    @Test
    void anInterruptAtTimeZeroArrivesBeforeTheFirstInstruction() {
        Result result = run(ScenarioBuilder.scenario("early")
                .thread("a", 0, KERN_DAEMON, body -> body.run(MS))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(it -> it.awaitInterrupt().run(MS)))
                .interruptAt("nic", ANY, 0));
        assertEquals("""
                0s cpu0 START nic
                1ms cpu0 START a
                """, trace(result, Kind.START));
    }

    @Test
    void manyThreadsOnAnotherCpuBoot() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("many").machine(machine(2, S));
        for (int index = 0; index < 2_000; index++) {
            scenario.thread("t" + index, 1, KERN_DAEMON, body -> body.run(1));
        }
        Result result = run(scenario);
        assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
        assertEquals(2_000, result.end().timeNs());
    }
}
