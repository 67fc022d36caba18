// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code quiescent}: how the run ends. Keeps the last switches, which show what was still going on. */
final class EndsEvaluator extends Evaluator {
    private final RunEnd.Reason wanted;
    private final Evidence evidence = new Evidence();

    EndsEvaluator(Expectation.Ends expectation, EvaluationContext context) {
        super(expectation, context);
        wanted = switch (expectation.ending()) {
            case QUIESCENT -> RunEnd.Reason.QUIESCENT;
            case DEADLOCK -> RunEnd.Reason.DEADLOCK;
        };
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT, TraceEvent.Kind.PANIC);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        evidence.add(kind, timeNs, cpu, thread, detail);
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
        if (end.reason() == wanted) {
            return Outcome.HELD;
        }
        return end.isCutShort() ? Outcome.UNDECIDED : Outcome.FAILED;
    }
}
