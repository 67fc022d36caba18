// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.machine;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.outcome.RunEnd;

class PausedRunTest {
    private static Scenario twoRuns() {
        return ScenarioBuilder.scenario("two runs")
                .machine(machine(1, 100 * MS))
                .thread("a", 0, KERN_DAEMON, body -> body.run(3 * MS).run(5 * MS))
                .build();
    }

    @Test
    void stopsInFrontOfTheFirstEventAtItsTime() {
        Session session = Runner.of(twoRuns()).start();
        assertFalse(session.runTo(3 * MS));
        assertEquals(0, session.timeNs());
        assertFalse(session.runTo(3 * MS + 1));
        assertEquals(3 * MS, session.timeNs());
    }

    @Test
    void aTimeInThePastChangesNothing() {
        Session session = Runner.of(twoRuns()).start();
        session.runTo(4 * MS);
        long steps = session.steps();
        session.runTo(MS);
        assertEquals(3 * MS, session.timeNs());
        assertEquals(steps, session.steps());
    }

    @Test
    void hasNoResultBeforeItsEnd() {
        Session session = Runner.of(twoRuns()).start();
        assertThrows(IllegalStateException.class, session::result);
        assertTrue(session.runTo(Long.MAX_VALUE));
        assertEquals(RunEnd.Reason.QUIESCENT, session.result().end().reason());
        assertEquals(session.result(), session.run());
    }

    @Property(seed = "1", tries = 300)
    void isTheRunThatItWouldHaveBeen(@ForAll long seed) {
        Runner runner = Runner.of(AnyScenario.of(seed)).budget(AnyScenario.BUDGET);
        Result whole = runner.run();
        Session paused = runner.start();
        for (long timeNs = 0; !paused.runTo(timeNs); timeNs += 1 + Math.floorMod(seed, 2 * MS)) {
            assertTrue(paused.timeNs() <= timeNs);
        }
        Session stepped = runner.start();
        long steps = 0;
        while (!stepped.step()) {
            assertTrue(stepped.steps() >= steps);
            steps = stepped.steps();
        }
        assertEquals(whole, paused.result());
        assertEquals(whole, stepped.result());
    }
}
