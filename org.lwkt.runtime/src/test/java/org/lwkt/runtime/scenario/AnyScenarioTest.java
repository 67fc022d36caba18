// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.trace.TraceEvent;

/** What holds for every scenario, sensible or not. */
class AnyScenarioTest {
    @Property(seed = "1", tries = 2_000)
    void runsToAResultThatIsConsistentAndTheSameAgain(@ForAll long seed) {
        Scenario scenario = AnyScenario.of(seed);
        Result result = Runner.of(scenario).budget(AnyScenario.BUDGET).run();
        Result again = Runner.of(scenario)
                .budget(AnyScenario.BUDGET)
                .recordTrace(false)
                .run();

        boolean traceFull = result.end().detail().endsWith("trace events");
        if (!traceFull) {
            assertEquals(result.digest(), again.digest());
            assertEquals(result.end(), again.end());
        }
        assertTrue(result.end().timeNs() <= scenario.machine().horizonNs());
        assertEquals(
                result.threads().stream().mapToLong(ThreadMetrics::cpuTimeNs).sum(),
                result.cpus().stream().mapToLong(CpuMetrics::busyNs).sum());
        long timeNs = 0;
        for (TraceEvent event : result.trace()) {
            assertTrue(event.timeNs() >= timeNs, "time went back at " + event);
            timeNs = event.timeNs();
        }
        assertTrue(timeNs <= result.end().timeNs());
    }
}
