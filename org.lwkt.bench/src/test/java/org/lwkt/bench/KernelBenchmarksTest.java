// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;

class KernelBenchmarksTest {
    private static final int BATCH = 1000;

    private final KernelBenchmarks benchmarks = new KernelBenchmarks();

    KernelBenchmarksTest() {
        benchmarks.makeLoads();
    }

    @Test
    void everyTurnOfTheSwitchLoadsIsASwitch() {
        Kernel two = benchmarks.two();
        long before = two.cpu(0).vSwtch();
        benchmarks.load1SwitchByTickAndYield();
        assertEquals(before + BATCH, two.cpu(0).vSwtch());
        benchmarks.load1bSwitchByScheduleAndSwitch();
        assertEquals(before + 2 * BATCH, two.cpu(0).vSwtch());
    }

    @Test
    void thousandThreadsTakeTurns() {
        Kernel thousand = benchmarks.thousand();
        LwktThread first = thousand.cpu(0).curThread();
        benchmarks.load2SwitchAmongThousand();
        assertEquals(first, thousand.cpu(0).curThread());
        assertEquals(1000, thousand.cpu(0).runQueueCount());
    }

    @Test
    void everyWakeupGoesToTheOtherCpu() {
        Kernel pair = benchmarks.idlePair();
        long before = pair.cpu(0).vSwtch() + pair.cpu(1).vSwtch();
        benchmarks.load3WakeupAcrossCpus();
        assertEquals(before + BATCH, pair.cpu(0).vSwtch() + pair.cpu(1).vSwtch());
    }

    @Test
    void tokensAreFreeAfterwardsButForTheLastHolder() {
        benchmarks.load4TokenOnOneCpu();
        benchmarks.load4bTokenAcrossCpus();
        GlobalData gd = benchmarks.pair().cpu(0);
        assertEquals(
                1,
                gd.curThread().tokenCount()
                        + benchmarks.pair().cpu(1).curThread().tokenCount());
    }

    @Test
    void everyThreadOfTheLifecycleLoadRunsAndExits() {
        GlobalData gd = benchmarks.one().cpu(0);
        long before = gd.vSwtch();
        benchmarks.load5CreateRunExit();
        assertEquals(before + 2 * BATCH, gd.vSwtch());
        assertEquals(1, gd.runQueueCount());
    }
}
