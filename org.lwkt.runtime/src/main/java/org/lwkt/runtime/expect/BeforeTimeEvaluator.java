// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code E before T}: at a time below T. A limit beyond the horizon can hold, but without E it stays undecided. */
final class BeforeTimeEvaluator extends Evaluator {
    private final FirstMoments moments;
    private final long limitNs;
    private final Evidence evidence = new Evidence();

    BeforeTimeEvaluator(Expectation.BeforeTime expectation, EvaluationContext context) {
        super(expectation, context);
        moments = new FirstMoments(expectation.moment(), context);
        limitNs = expectation.limitNs();
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return moments.kinds();
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (moments.comes(kind, timeNs, cpu, thread, detail)) {
            evidence.add(kind, timeNs, cpu, thread, detail);
            decidedBy(timeNs, cpu, thread);
        }
    }

    @Override
    boolean isDecided(long nowNs) {
        return moments.allCame() || nowNs >= limitNs;
    }

    @Override
    ExpectationResult result(RunEnd end) {
        return answer(judge(end), moments.when(), evidence, end);
    }

    private Outcome judge(RunEnd end) {
        if (moments.anyCame() && moments.lastNs() >= limitNs) {
            return Outcome.FAILED;
        }
        if (moments.allCame()) {
            return Outcome.HELD;
        }
        return end.leavesOpenUntil(limitNs) ? Outcome.UNDECIDED : Outcome.FAILED;
    }
}
