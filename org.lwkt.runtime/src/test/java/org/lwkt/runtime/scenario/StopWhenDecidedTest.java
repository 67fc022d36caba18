// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.outcome.RunEnd;

class StopWhenDecidedTest {
    /** a runs until 3 ms and b until 6 ms. */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("decided")
                .machine(machine(1, 50 * MS))
                .thread("a", 0, KERN_DAEMON, body -> body.run(3 * MS))
                .thread("b", 0, KERN_DAEMON, body -> body.run(3 * MS));
    }

    private static RunEnd end(ScenarioBuilder scenario, boolean stop) {
        return Runner.of(scenario.build()).stopWhenDecided(stop).run().end();
    }

    private static void assertEnd(RunEnd.Reason reason, long timeNs, RunEnd end) {
        assertEquals(reason, end.reason());
        assertEquals(timeNs, end.timeNs());
    }

    @Test
    void aRunGoesOnUnlessItIsToldToStop() {
        ScenarioBuilder scenario = scenario().expectBefore(new Moment.End("a"), 9 * MS, "x");
        assertEnd(
                RunEnd.Reason.QUIESCENT,
                6 * MS,
                Runner.of(scenario.build()).run().end());
    }

    @Test
    void itEndsAtTheInstantThatDecidesTheLastExpectation() {
        Result result = Runner.of(scenario()
                        .expectBefore(new Moment.Start("a"), new Moment.End("b"), "x")
                        .expectBefore(new Moment.End("a"), 9 * MS, "y")
                        .expectTotal(new Measure.SwitchesOfCpu(0), new Interval(0, 2 * MS), Bounds.exactly(1), "z")
                        .build())
                .stopWhenDecided(true)
                .run();
        assertEnd(RunEnd.Reason.DECIDED, 3 * MS, result.end());
        assertTrue(result.held());
    }

    @Test
    void whatIsExpectedOfTheEndIsDecidedThere() {
        assertEnd(RunEnd.Reason.QUIESCENT, 6 * MS, end(scenario().expectEnds(Ending.QUIESCENT, "quiescent"), true));
    }

    @Test
    void aBoundFromAboveIsDecidedWhereItIsCrossedOrAtTheEnd() {
        Measure measure = new Measure.SwitchesOfCpu(0);
        assertEnd(RunEnd.Reason.DECIDED, 3 * MS, end(scenario().expectTotal(measure, Bounds.atMost(1), "x"), true));
        assertEnd(RunEnd.Reason.DECIDED, 3 * MS, end(scenario().expectTotal(measure, Bounds.atLeast(2), "x"), true));
        assertEnd(RunEnd.Reason.QUIESCENT, 6 * MS, end(scenario().expectTotal(measure, Bounds.atMost(9), "x"), true));
    }

    @Test
    void aRunOfWhichNothingIsExpectedIsNotShortened() {
        assertEnd(RunEnd.Reason.QUIESCENT, 6 * MS, end(scenario(), true));
    }

    @Property(seed = "1", tries = 1000)
    void whatIsDecidedIsWhatTheWholeRunFinds(@ForAll long seed) {
        Runner runner = Runner.of(AnyScenario.of(seed)).budget(AnyScenario.BUDGET);
        List<ExpectationResult> whole = runner.run().expectations();
        Result decided = runner.stopWhenDecided(true).run();
        assertEquals(
                whole.stream().map(ExpectationResult::outcome).toList(),
                decided.expectations().stream().map(ExpectationResult::outcome).toList());
    }
}
