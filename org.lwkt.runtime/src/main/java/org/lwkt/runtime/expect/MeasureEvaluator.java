// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;

/** A measured value within bounds. Subclasses measure. */
abstract class MeasureEvaluator extends Evaluator {
    final Interval interval;
    final Bounds bounds;
    private final Measure.Unit unit;

    MeasureEvaluator(Expectation.Total expectation, EvaluationContext context) {
        super(expectation, context);
        interval = expectation.interval();
        bounds = expectation.bounds();
        unit = expectation.measure().unit();
    }

    /**
     * @param lastNs up to when time counts
     * @param complete whether nothing can be added any more; an outcome that is decided before is the same afterwards
     */
    abstract Outcome judge(long lastNs, boolean complete);

    /** The value in words. */
    abstract String actual(long lastNs);

    /** What explains the value. */
    abstract Evidence evidence(long lastNs);

    @Override
    final boolean isDecided(long nowNs) {
        return nowNs >= interval.untilNs() || judge(nowNs, false) != Outcome.UNDECIDED;
    }

    @Override
    final ExpectationResult result(RunEnd end) {
        boolean complete = interval.isRun() ? !end.isCutShort() : !end.leavesOpenUntil(interval.untilNs());
        long lastNs = lastNs(end);
        return answer(judge(lastNs, complete), actual(lastNs), evidence(lastNs), end);
    }

    /** Where a run ends by itself, everything stays as it is until the end of the interval. */
    private long lastNs(RunEnd end) {
        boolean stays = !interval.isRun() && end.isSettled();
        return stays ? Math.max(end.timeNs(), interval.untilNs()) : end.timeNs();
    }

    final String text(long least, long most) {
        return ValueText.of(unit, least, most);
    }

    final String text(long value) {
        return ValueText.of(unit, value);
    }
}
