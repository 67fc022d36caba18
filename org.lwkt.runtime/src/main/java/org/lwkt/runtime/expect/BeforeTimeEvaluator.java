// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code E before T}: at a time below T. A limit beyond the horizon can hold, but without E it stays undecided. */
final class BeforeTimeEvaluator extends Evaluator {
    private final FirstMoment moment;
    private final long limitNs;
    private final Evidence evidence = new Evidence();

    BeforeTimeEvaluator(Expectation.BeforeTime expectation, EvaluationContext context) {
        super(expectation, context);
        moment = new FirstMoment(expectation.moment(), context);
        limitNs = expectation.limitNs();
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(moment.kind());
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (moment.comes(kind, timeNs, thread, detail)) {
            evidence.add(kind, timeNs, cpu, thread, detail);
            decidedBy(timeNs, cpu, thread);
        }
    }

    @Override
    ExpectationResult result(RunEnd end, MetricsCollector metrics) {
        return answer(judge(end), moment.when(), evidence, end);
    }

    private Outcome judge(RunEnd end) {
        if (moment.came()) {
            return moment.timeNs() < limitNs ? Outcome.HELD : Outcome.FAILED;
        }
        return end.leavesOpenUntil(limitNs) ? Outcome.UNDECIDED : Outcome.FAILED;
    }
}
