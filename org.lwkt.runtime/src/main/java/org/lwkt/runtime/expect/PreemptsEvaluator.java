// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code A preempts B}. Until it holds, keeps what happened to A instead: its interrupts and how it got the CPU. */
final class PreemptsEvaluator extends Evaluator {
    private final int preemptor;
    private final int preempted;
    private final Evidence evidence = new Evidence();
    private long heldAtNs = -1;
    private long times;

    PreemptsEvaluator(Expectation.Preempts expectation, EvaluationContext context) {
        super(expectation, context);
        preemptor = context.thread(expectation.preemptor());
        preempted = context.thread(expectation.preempted());
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.PREEMPT, TraceEvent.Kind.SWITCH, TraceEvent.Kind.INTERRUPT);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (thread != preemptor) {
            return;
        }
        boolean match = kind == TraceEvent.Kind.PREEMPT && detail == preempted;
        if (match) {
            times++;
        }
        if (heldAtNs >= 0) {
            return;
        }
        if (match) {
            heldAtNs = timeNs;
            decidedBy(timeNs, cpu, thread);
        }
        evidence.add(kind, timeNs, cpu, thread, detail);
    }

    @Override
    ExpectationResult result(RunEnd end, MetricsCollector metrics) {
        if (heldAtNs >= 0) {
            String actual = "at " + TimeText.of(heldAtNs) + (times > 1 ? ", the first of " + times + " times" : "");
            return answer(Outcome.HELD, actual, evidence, end);
        }
        return answer(end.isCutShort() ? Outcome.UNDECIDED : Outcome.FAILED, "never", evidence, end);
    }
}
