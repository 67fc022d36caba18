// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code panic ["text"]}. Keeps the last events of any kind, for they lead to the panic. */
final class PanicsEvaluator extends Evaluator {
    private final String message;
    private final Evidence evidence = new Evidence();

    PanicsEvaluator(Expectation.Panics expectation, EvaluationContext context) {
        super(expectation, context);
        message = expectation.message();
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.allOf(TraceEvent.Kind.class);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        evidence.add(kind, timeNs, cpu, thread, detail);
        if (kind == TraceEvent.Kind.PANIC) {
            decidedBy(timeNs, cpu, thread);
        }
    }

    @Override
    boolean isDecided(long nowNs) {
        return false;
    }

    @Override
    ExpectationResult result(RunEnd end) {
        return answer(judge(end), EndWords.of(end), evidence, end);
    }

    private Outcome judge(RunEnd end) {
        if (end.reason() == RunEnd.Reason.PANIC) {
            return end.detail().contains(message) ? Outcome.HELD : Outcome.FAILED;
        }
        return end.isCutShort() ? Outcome.UNDECIDED : Outcome.FAILED;
    }
}
