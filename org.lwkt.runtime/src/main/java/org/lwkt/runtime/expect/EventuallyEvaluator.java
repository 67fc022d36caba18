// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.TimeText;

/** {@code eventually C within T}: at some instant at or before T; each of several conditions at its own. */
final class EventuallyEvaluator extends ConditionEvaluator {
    private final long withinNs;
    private final boolean[] came;
    private int missing;

    EventuallyEvaluator(Expectation.Eventually expectation, EvaluationContext context) {
        super(expectation, expectation.conditions(), context);
        withinNs = expectation.withinNs();
        came = new boolean[conditions.size()];
        missing = came.length;
    }

    @Override
    void look(long nowNs, long nextNs, ToLongFunction<Expr> state) {
        if (nowNs <= withinNs) {
            lookAtMissing(nowNs, state);
        }
        if (isOpen() && nextNs > withinNs) {
            Expr never = conditions.get(firstMissing());
            decide(Outcome.FAILED, withinNs, ConditionText.of(never, context().names(), state) + words());
        }
    }

    private void lookAtMissing(long nowNs, ToLongFunction<Expr> state) {
        for (int index = 0; index < came.length && isOpen(); index++) {
            if (!came[index] && holds(conditions.get(index), nowNs, state)) {
                came[index] = true;
                missing--;
                if (missing == 0) {
                    decide(Outcome.HELD, nowNs, "at " + TimeText.of(nowNs));
                }
            }
        }
    }

    private int firstMissing() {
        int index = 0;
        while (came[index]) {
            index++;
        }
        return index;
    }

    private String words() {
        String still = " still at " + TimeText.of(withinNs);
        return missing == 1 ? still : still + ", and " + (missing - 1) + " more never came true";
    }

    @Override
    Outcome outcome(RunEnd end) {
        return end.leavesOpenUntil(withinNs) ? Outcome.UNDECIDED : Outcome.FAILED;
    }

    @Override
    String actual(RunEnd end) {
        return came.length == 1 ? "never" : missing + " of " + came.length + " never";
    }
}
