// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.scenario.Session;

/** The benchmarks count what they say they count. */
class MachineBenchmarksTest {
    private final MachineBenchmarks benchmarks = new MachineBenchmarks();

    MachineBenchmarksTest() {
        benchmarks.passTheFirstMoments();
    }

    private static long switches(Session session) {
        return session.cpus().stream().mapToLong(CpuMetrics::switches).sum();
    }

    @Test
    void anOperationOfTheBaseLoadIsASwitch() {
        benchmarks.machineBaseLoad();
        long before = switches(benchmarks.base());
        benchmarks.machineBaseLoad();
        assertEquals(MachineBenchmarks.SWITCHES_PER_S, switches(benchmarks.base()) - before);
    }

    @Test
    void anOperationOfTheIpiLoadIsAMessage() {
        benchmarks.machineIpis();
        long before = messages();
        benchmarks.machineIpis();
        assertEquals(MachineBenchmarks.MESSAGES_PER_MS, messages() - before);
    }

    private long messages() {
        return benchmarks.ipis().cpus().stream()
                .mapToLong(CpuMetrics::ipisReceived)
                .sum();
    }

    @Test
    void anOperationOfTheInterruptLoadIsAPreemption() {
        benchmarks.machineInterrupts();
        long before = preemptions();
        benchmarks.machineInterrupts();
        assertEquals(MachineBenchmarks.INTERRUPTS_PER_MS, preemptions() - before);
    }

    private long preemptions() {
        return benchmarks.interrupts().cpus().stream()
                .mapToLong(CpuMetrics::preemptions)
                .sum();
    }

    @Test
    void theTokenLoadNeverEnds() {
        long before = benchmarks.machineTokens();
        assertFalse(benchmarks.machineTokens() == before);
    }

    @Test
    void anOperationOfTheScaleIsATurnOfAThread() {
        ScaleBenchmarks scale = new ScaleBenchmarks();
        scale.cpus = 4;
        scale.threads = 10;
        scale.makeLoad();
        scale.scale();
        long before = turns(scale.session());
        scale.scale();
        assertEquals(ScaleBenchmarks.TURNS, turns(scale.session()) - before, 4);
    }

    private static long turns(Session session) {
        return session.threads().stream().mapToLong(ThreadMetrics::switches).sum();
    }
}
