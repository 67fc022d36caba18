// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;

/** What became of the only expectation of a scenario. */
final class Expected {
    private Expected() {}

    static ExpectationResult only(ScenarioBuilder scenario) {
        return only(Runner.of(scenario.build()));
    }

    static ExpectationResult only(Runner runner) {
        List<ExpectationResult> results = runner.run().expectations();
        assertEquals(1, results.size());
        return results.get(0);
    }

    static void assertResult(Outcome outcome, String actual, ExpectationResult result) {
        assertEquals(actual, result.actual());
        assertEquals(outcome, result.outcome());
    }

    /** Stops the scenario after so many steps. */
    static Runner cutShort(ScenarioBuilder scenario, long steps) {
        return Runner.of(scenario.build()).budget(new Budget(steps, steps + 100, 1000));
    }

    /** As {@link #cutShort(ScenarioBuilder, long)}, after two. */
    static Runner cutShort(ScenarioBuilder scenario) {
        return cutShort(scenario, 2);
    }
}
