// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * {@code A preempts B}, of arrays each element of A each element of B. Until it holds, keeps what happened to A instead: its
 * interrupts and how it got the CPU.
 */
final class PreemptsEvaluator extends Evaluator {
    private final Elements preemptors;
    private final Elements preempted;
    /** By pair. */
    private final boolean[] seen;

    private final Evidence evidence = new Evidence();
    private int missing;
    private long heldAtNs = -1;
    private long times;

    PreemptsEvaluator(Expectation.Preempts expectation, EvaluationContext context) {
        super(expectation, context);
        preemptors = context.threads(expectation.preemptor());
        preempted = context.threads(expectation.preempted());
        seen = new boolean[Math.multiplyExact(preemptors.count(), preempted.count())];
        missing = seen.length;
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.PREEMPT, TraceEvent.Kind.SWITCH, TraceEvent.Kind.INTERRUPT);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (!preemptors.contain(thread)) {
            return;
        }
        if (missing > 0) {
            evidence.add(kind, timeNs, cpu, thread, detail);
        }
        if (kind != TraceEvent.Kind.PREEMPT || !preempted.contain((int) detail)) {
            return;
        }
        times++;
        int pair = preemptors.place(thread) * preempted.count() + preempted.place((int) detail);
        if (!seen[pair]) {
            seen[pair] = true;
            missing--;
            if (missing == 0) {
                heldAtNs = timeNs;
                decidedBy(timeNs, cpu, thread);
            }
        }
    }

    @Override
    boolean isDecided(long nowNs) {
        return missing == 0;
    }

    @Override
    ExpectationResult result(RunEnd end) {
        Outcome outcome = Outcome.HELD;
        if (missing > 0) {
            outcome = end.isCutShort() ? Outcome.UNDECIDED : Outcome.FAILED;
        }
        return answer(outcome, actual(), evidence, end);
    }

    private String actual() {
        if (missing == seen.length) {
            return "never";
        }
        if (missing > 0) {
            return "never: " + firstMissing() + (missing > 1 ? " and " + (missing - 1) + " more" : "");
        }
        boolean one = seen.length == 1;
        return "at " + TimeText.of(heldAtNs)
                + (times > 1 ? (one ? ", the first of " : ", by then all; in all ") + times + " times" : "");
    }

    private String firstMissing() {
        int pair = 0;
        while (seen[pair]) {
            pair++;
        }
        return preemptors.name(pair / preempted.count()) + " preempts " + preempted.name(pair % preempted.count());
    }
}
