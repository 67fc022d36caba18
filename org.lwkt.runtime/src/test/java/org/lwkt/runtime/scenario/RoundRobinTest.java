// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.cpuTime;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.trace;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class RoundRobinTest {
    private static Result twoEquals(long horizonNs, Consumer<ProgramBuilder> turn) {
        return run(ScenarioBuilder.scenario("equals")
                .machine(machine(1, horizonNs))
                .thread("a", 0, KERN_DAEMON, body -> body.forever(turn))
                .thread("b", 0, KERN_DAEMON, body -> body.forever(turn)));
    }

    @Test
    void equalsThatYieldAlternateAtEveryTick() {
        Result result = twoEquals(50 * MS, turn -> turn.run(10 * MS).yieldThread());
        assertEquals("""
                0s cpu0 SWITCH a
                10ms cpu0 SWITCH b
                20ms cpu0 SWITCH a
                30ms cpu0 SWITCH b
                40ms cpu0 SWITCH a
                """, trace(result, Kind.SWITCH));
        assertEquals("30ms", cpuTime(result, "a"));
        assertEquals("20ms", cpuTime(result, "b"));
    }

    @Test
    void withoutTheYieldTheFirstKeepsTheCpu() {
        Result result = twoEquals(50 * MS, turn -> turn.run(10 * MS));
        assertEquals("""
                0s cpu0 SWITCH a
                """, trace(result, Kind.SWITCH));
        assertEquals("50ms", cpuTime(result, "a"));
        assertEquals("0s", cpuTime(result, "b"));
    }

    @Test
    void aYieldBetweenTicksTakesNoTurn() {
        Result result = twoEquals(20 * MS, turn -> turn.run(4 * MS).yieldThread());
        // The tick at 10 ms comes in the middle of a's third run and is honoured at the yield behind it.
        assertEquals("""
                0s cpu0 SWITCH a
                12ms cpu0 SWITCH b
                """, trace(result, Kind.SWITCH));
    }

    @Test
    void aBetterThreadDoesNotRunUntilTheCurrentOneYields() {
        Result result = run(ScenarioBuilder.scenario("no preemption")
                .thread(
                        "low",
                        0,
                        10,
                        body -> body.schedule(1).run(25 * MS).yieldThread().run(MS))
                .thread("high", 0, 20, body -> body.deschedule(1).switchThread().run(MS)));
        assertEquals("""
                0s cpu0 START high
                0s cpu0 START low
                26ms cpu0 END high
                27ms cpu0 END low
                """, trace(result, Kind.START, Kind.END));
    }
}
