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
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;

/** What is made of CPU times. */
class ShareExpectationsTest {
    private static final long BILLION = 1_000_000_000;

    /** On CPU 0 w[0] runs from 0 to 1 ms, w[1] to 3 ms, w[2] to 6 ms; CPU 1 is idle. */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("shares")
                .machine(machine(2, 50 * MS))
                .thread(
                        ThreadSpec.kernel("w").times(3).onCpu(0).atPriority(KERN_DAEMON),
                        body -> body.run(Expr.binary(
                                Expr.binary(Expr.index(), BinaryOperator.ADD, Expr.constant(1)),
                                BinaryOperator.MULTIPLY,
                                Expr.constant(MS))));
    }

    private static ExpectationResult share(Measure measure, Interval interval, Bounds bounds) {
        return only(scenario().expectTotal(measure, interval, bounds, "x"));
    }

    @Test
    void cpuTimeOfAnArrayIsTheSum() {
        assertResult(Outcome.HELD, "6ms", share(new Measure.CpuTime("w"), Interval.RUN, Bounds.exactly(6 * MS)));
        assertResult(
                Outcome.FAILED, "2ms", share(new Measure.CpuTime("w[1]"), Interval.RUN, Bounds.atMost(2 * MS - 1)));
    }

    @Test
    void cpuTimeInAnIntervalIsCutAtBothEnds() {
        Interval interval = new Interval(500_000, 4 * MS);
        assertResult(Outcome.HELD, "500us", share(new Measure.CpuTime("w[0]"), interval, Bounds.exactly(MS / 2)));
        assertResult(Outcome.HELD, "2ms", share(new Measure.CpuTime("w[1]"), interval, Bounds.exactly(2 * MS)));
        assertResult(Outcome.HELD, "1ms", share(new Measure.CpuTime("w[2]"), interval, Bounds.exactly(MS)));
        assertResult(Outcome.HELD, "3.5ms", share(new Measure.CpuTime("w"), interval, Bounds.exactly(3_500_000)));
        ExpectationResult none = share(new Measure.CpuTime("w[0]"), new Interval(2 * MS, 3 * MS), Bounds.atLeast(1));
        assertResult(Outcome.FAILED, "0s", none);
    }

    @Test
    void utilisationIsTheTimeThatIsNotIdle() {
        assertResult(Outcome.HELD, "1", share(new Measure.Utilisation(0), Interval.RUN, Bounds.exactly(BILLION)));
        assertResult(Outcome.HELD, "0", share(new Measure.Utilisation(1), Interval.RUN, Bounds.exactly(0)));
        // From 3 ms to 6 ms of eight.
        ExpectationResult part =
                share(new Measure.Utilisation(0), new Interval(3 * MS, 11 * MS), Bounds.atLeast(BILLION / 2));
        assertResult(Outcome.FAILED, "0.375", part);
        assertEquals("idle0", part.evidence().getLast().thread());
    }

    @Test
    void fairnessIsJainsIndex() {
        // 36 / (3 * 14)
        assertResult(
                Outcome.HELD,
                "0.857142857",
                share(new Measure.Fairness("w"), Interval.RUN, new Bounds(857_142_857, 857_142_857)));
        assertResult(
                Outcome.FAILED,
                "0.857142857",
                share(new Measure.Fairness("w"), Interval.RUN, Bounds.atLeast(857_142_858)));
        // 1 ms, 1 ms and nothing: 4 / (3 * 2)
        assertResult(
                Outcome.HELD,
                "0.666666667",
                share(new Measure.Fairness("w"), new Interval(0, 2 * MS), Bounds.atLeast(BILLION / 2)));
        // 0, 1 ms, 1 ms as well.
        assertResult(
                Outcome.HELD,
                "0.666666667",
                share(new Measure.Fairness("w"), new Interval(2 * MS, 4 * MS), Bounds.atLeast(BILLION / 2)));
        assertResult(Outcome.HELD, "1", share(new Measure.Fairness("w[1]"), Interval.RUN, Bounds.exactly(BILLION)));
    }

    @Test
    void whereNobodyRunsThereIsNoFairness() {
        assertResult(
                Outcome.UNDECIDED,
                "no value",
                share(new Measure.Fairness("w"), new Interval(7 * MS, 8 * MS), Bounds.atLeast(0)));
    }

    @Test
    void theyAreUndecidedWhereTheIntervalIsNotOver() {
        for (Measure measure :
                new Measure[] {new Measure.CpuTime("w"), new Measure.Utilisation(0), new Measure.Fairness("w")}) {
            ScenarioBuilder horizon = scenario().machine(machine(2, 2 * MS));
            assertEquals(
                    Outcome.UNDECIDED,
                    only(horizon.expectTotal(measure, new Interval(0, 3 * MS), new Bounds(0, 9 * BILLION), "x"))
                            .outcome());
            assertEquals(
                    Outcome.UNDECIDED,
                    only(cutShort(scenario().expectTotal(measure, new Bounds(0, 9 * BILLION), "x")))
                            .outcome());
        }
    }

    @Test
    void aCpuTimeThatIsUsedUpFailsAlsoWhereTheRunWasCutShort() {
        assertResult(
                Outcome.FAILED,
                "3ms",
                only(cutShort(scenario().expectTotal(new Measure.CpuTime("w"), Bounds.atMost(2 * MS), "x"), 5)));
    }
}
