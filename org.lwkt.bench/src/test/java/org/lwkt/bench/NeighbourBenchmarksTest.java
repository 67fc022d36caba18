// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.LwktThread;

class NeighbourBenchmarksTest {
    private final NeighbourBenchmarks benchmarks = new NeighbourBenchmarks();

    NeighbourBenchmarksTest() {
        benchmarks.makeLoads();
    }

    @Test
    void everyLoadCanBeRepeatedFromTheStateThatItLeaves() {
        LwktThread woken = benchmarks.sleepAndWakeup();
        for (int i = 0; i < 300; i++) {
            benchmarks.tokenUncontended();
            assertEquals(0, benchmarks.messageRoundTrip());
            assertSame(woken, benchmarks.sleepAndWakeup());
            assertSame(Flow.FETCH, benchmarks.cpusyncOverManyCpus());
        }
        assertEquals(0, woken.critCount());
        assertEquals(0, woken.tokenCount());
    }
}
