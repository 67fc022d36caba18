// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.expect.ExpectationResult.Outcome;

/** A value of CPU times of which one alone says nothing: known when the interval is over. */
abstract class RatioEvaluator extends MeasureEvaluator {
    private static final double BILLION = 1e9;

    final Evidence evidence = new Evidence();

    RatioEvaluator(Expectation.Total expectation, EvaluationContext context) {
        super(expectation, context);
    }

    /** The part that counts, or NaN if there is none. */
    abstract double ratio(long lastNs);

    @Override
    final Outcome judge(long lastNs, boolean complete) {
        double ratio = ratio(lastNs);
        return Judgement.settled(Math.round(ratio * BILLION), bounds, complete && !Double.isNaN(ratio));
    }

    @Override
    final String actual(long lastNs) {
        double ratio = ratio(lastNs);
        return Double.isNaN(ratio) ? "no value" : text(Math.round(ratio * BILLION));
    }

    @Override
    final Evidence evidence(long lastNs) {
        return evidence;
    }
}
