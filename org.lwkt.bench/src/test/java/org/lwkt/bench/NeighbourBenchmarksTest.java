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
        LwktThread client = benchmarks.client();
        LwktThread server = benchmarks.server();
        for (int i = 0; i < 300; i++) {
            benchmarks.neighbourToken();
            benchmarks.neighbourTokenContended();
            assertEquals(0, benchmarks.neighbourMessage());
            assertSame(server, benchmarks.neighbourSleep());
            assertSame(Flow.FETCH, benchmarks.neighbourCpusync());
            assertSame(Flow.FETCH, benchmarks.neighbourSpinLock());
            assertSame(Flow.FETCH, benchmarks.neighbourSpinLockContended());
            assertSame(Flow.FETCH, benchmarks.neighbourSerializer());
            assertSame(Flow.FETCH, benchmarks.neighbourSerializerContended());
            assertSame(client, benchmarks.client());
        }
        for (LwktThread td : new LwktThread[] {client, server}) {
            assertEquals(0, td.critCount());
            assertEquals(0, td.tokenCount());
        }
    }
}
