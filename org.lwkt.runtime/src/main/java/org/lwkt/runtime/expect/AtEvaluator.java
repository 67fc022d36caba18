// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.TimeText;

/** {@code at T C}: what is so after all events up to and at T; nobody knows after the end of the run. */
final class AtEvaluator extends ConditionEvaluator {
    private final long atNs;

    AtEvaluator(Expectation.At expectation, EvaluationContext context) {
        super(expectation, expectation.conditions(), context);
        atNs = expectation.timeNs();
    }

    @Override
    void look(long nowNs, long nextNs, ToLongFunction<Expr> state) {
        if (atNs != nowNs && (atNs < nowNs || atNs >= nextNs)) {
            return;
        }
        for (Expr condition : conditions) {
            if (!holds(condition, atNs, state) && isOpen()) {
                decide(Outcome.FAILED, atNs, condition, state);
            }
            if (!isOpen()) {
                return;
            }
        }
        decide(Outcome.HELD, atNs, conditions.get(0), state);
    }

    @Override
    Outcome outcome(RunEnd end) {
        return Outcome.UNDECIDED;
    }

    @Override
    String actual(RunEnd end) {
        return "the run ended at " + TimeText.of(end.timeNs());
    }
}
