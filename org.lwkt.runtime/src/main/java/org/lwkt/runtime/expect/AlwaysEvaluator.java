// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.List;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.TimeText;

/** {@code always C} and {@code never C}: the first instant that is otherwise decides. */
final class AlwaysEvaluator extends ConditionEvaluator {
    private final boolean wanted;
    private long instants;

    AlwaysEvaluator(Expectation expectation, List<Expr> conditions, boolean wanted, EvaluationContext context) {
        super(expectation, conditions, context);
        this.wanted = wanted;
    }

    @Override
    void look(long nowNs, long nextNs, ToLongFunction<Expr> state) {
        instants++;
        for (int index = 0; index < conditions.size() && isOpen(); index++) {
            Expr condition = conditions.get(index);
            if (holds(condition, nowNs, state) != wanted && isOpen()) {
                decide(Outcome.FAILED, nowNs, condition, state);
            }
        }
    }

    @Override
    Outcome outcome(RunEnd end) {
        return end.isCutShort() ? Outcome.UNDECIDED : Outcome.HELD;
    }

    @Override
    String actual(RunEnd end) {
        return "so at " + instants + " instants until " + TimeText.of(end.timeNs());
    }
}
