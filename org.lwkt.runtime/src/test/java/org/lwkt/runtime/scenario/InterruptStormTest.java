// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.trace.TraceEvent.Kind;

/** Interrupts beyond {@code kern.livelock_limit}, 40,000 a second. */
class InterruptStormTest {
    private static ScenarioBuilder storm(long periodNs, long untilNs) {
        return ScenarioBuilder.scenario("storm")
                .machine(machine(1, 5 * S))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(US)))
                .interruptEvery("nic", ANY, periodNs, periodNs, untilNs);
    }

    private static long handled(Result result) {
        return thread(result, "nic").cpuTimeNs() / US;
    }

    @Test
    void isLimitedToTheRateOfTheTimerUntilItIsOver() {
        Result result = run(storm(12_500, 1_250 * MS));
        assertEquals("""
                500.0135ms cpu0 KPRINTF nic intr 0 on cpu0 at 40001/40000 hz, livelocked limit engaged!
                2.0000135s cpu0 KPRINTF nic intr 0 on cpu0 at 10000/20000 hz, livelock removed
                """, trace(result, Kind.KPRINTF));
        // 80,000 a second come: all of them up to the limit, and every other one from then on.
        assertEquals(40_001 + 30_000, handled(result), 1);
        assertEquals(99_999, result.cpus().get(0).interrupts());
    }

    @Test
    void ofAsManyAsTheLimitIsNone() {
        Result result = run(storm(25_000, S));
        assertEquals("\n", trace(result, Kind.KPRINTF));
        assertEquals(39_999, handled(result));
    }

    @Test
    void leavesTheCpuToOthersInBetween() {
        Result result = run(storm(2 * US, 200 * MS)
                .thread(
                        "daemon",
                        0,
                        KERN_DAEMON,
                        body -> body.repeat(200_000, turn -> turn.run(US).yieldThread())));
        assertEquals(
                1,
                trace(result, Kind.KPRINTF)
                        .lines()
                        .filter(it -> it.contains("engaged"))
                        .count());
        assertEquals(40_001 + (200 - 80) * MS / 25_000, handled(result), 100);
    }

    @Test
    void endsWithItsThread() {
        Result result = run(ScenarioBuilder.scenario("storm")
                .machine(machine(1, 5 * S))
                .interruptThread("nic", 0, INT_MED, body -> body.repeat(40_002, turn -> turn.awaitInterrupt()))
                .interruptEvery("nic", ANY, 12_500, 12_500, S));
        assertEquals("", trace(result, Kind.PANIC).strip());
        assertEquals(S - 12_500, result.end().timeNs(), 25_000);
    }
}
