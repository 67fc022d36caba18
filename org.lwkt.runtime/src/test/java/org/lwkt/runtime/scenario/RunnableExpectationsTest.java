// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Expected.assertResult;
import static org.lwkt.runtime.scenario.Expected.cutShort;
import static org.lwkt.runtime.scenario.Expected.only;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.machine;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Statistic;

class RunnableExpectationsTest {
    private static final long BILLION = 1_000_000_000;

    /** Three threads run 1 ms each: three are runnable until 1 ms, two until 2 ms, one until 3 ms, and then none. */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("runnable")
                .machine(machine(2, 50 * MS))
                .thread(ThreadSpec.kernel("w").times(3).onCpu(0).atPriority(KERN_DAEMON), body -> body.run(MS));
    }

    private static ExpectationResult runnable(Statistic statistic, Interval interval, Bounds bounds) {
        return only(scenario().expectTotal(new Measure.Runnable(statistic, 0), interval, bounds, "x"));
    }

    @Test
    void everyValueIsWithinTheBounds() {
        assertResult(Outcome.HELD, "0 .. 3", runnable(Statistic.EVERY, Interval.RUN, new Bounds(0, 3)));
        ExpectationResult few = runnable(Statistic.EVERY, Interval.RUN, Bounds.atLeast(2));
        assertResult(Outcome.FAILED, "0 .. 3", few);
        assertEquals(2 * MS, few.timeNs());
        assertEquals(0, few.cpu());
        assertEquals(Bounds.atMost(2).most(), 2);
    }

    @Test
    void tooManyFailAtTheInstant() {
        ExpectationResult many = runnable(Statistic.MAX, Interval.RUN, Bounds.atMost(2));
        assertResult(Outcome.FAILED, "3", many);
        assertEquals(0, many.timeNs());
        assertEquals(0, many.cpu());
        assertEquals("w[0]", many.thread());
    }

    @Test
    void theMeanIsWeightedByTime() {
        // 3 + 2 + 1 over 3 ms.
        assertResult(Outcome.HELD, "2", runnable(Statistic.MEAN, Interval.RUN, Bounds.exactly(2 * BILLION)));
        // 2 for half a ms, 1 for 1 ms and 0 for half a ms.
        assertResult(
                Outcome.FAILED,
                "1",
                runnable(Statistic.MEAN, new Interval(1_500_000, 3_500_000), Bounds.atMost(BILLION - 1)));
        // After the end of the run nothing is runnable.
        assertResult(
                Outcome.HELD,
                "0.6",
                runnable(Statistic.MEAN, new Interval(0, 10 * MS), Bounds.exactly(6 * BILLION / 10)));
    }

    @Test
    void anIntervalBeginsWithWhatIsSoThen() {
        Interval interval = new Interval(1_500_000, 2_500_000);
        assertResult(Outcome.HELD, "2", runnable(Statistic.MAX, interval, Bounds.exactly(2)));
        assertResult(Outcome.HELD, "1", runnable(Statistic.MIN, interval, Bounds.exactly(1)));
        assertResult(Outcome.FAILED, "1", runnable(Statistic.MIN, interval, Bounds.atLeast(2)));
    }

    @Test
    void oneValueAloneIsShownAlone() {
        assertResult(
                Outcome.HELD,
                "0",
                only(scenario().expectTotal(new Measure.Runnable(Statistic.EVERY, 1), Bounds.exactly(0), "x")));
    }

    @Test
    void isUndecidedWhereTheRunWasCutShortOrNotLongEnough() {
        assertResult(
                Outcome.UNDECIDED,
                "no value",
                only(cutShort(
                        scenario().expectTotal(new Measure.Runnable(Statistic.MAX, 0), Bounds.atMost(3), "x"), 1)));
        assertResult(
                Outcome.UNDECIDED,
                "no value",
                only(cutShort(
                        scenario().expectTotal(new Measure.Runnable(Statistic.MEAN, 0), Bounds.atMost(3), "x"), 1)));
        ScenarioBuilder early = scenario().machine(machine(2, 2 * MS));
        assertResult(
                Outcome.UNDECIDED,
                "2 .. 3",
                only(early.expectTotal(
                        new Measure.Runnable(Statistic.EVERY, 0), new Interval(0, 3 * MS), new Bounds(0, 3), "x")));
    }
}
