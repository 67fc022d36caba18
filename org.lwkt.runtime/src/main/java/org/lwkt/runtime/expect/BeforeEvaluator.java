// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * {@code E before F}: in the order of events, so that of two at one time one is the earlier. Of arrays the last E comes
 * before the first F.
 */
final class BeforeEvaluator extends Evaluator {
    private final FirstMoments earlier;
    private final FirstMoments later;
    private final Evidence evidence = new Evidence();
    private Outcome decided = Outcome.UNDECIDED;

    BeforeEvaluator(Expectation.Before expectation, EvaluationContext context) {
        super(expectation, context);
        earlier = new FirstMoments(expectation.earlier(), context);
        later = new FirstMoments(expectation.later(), context);
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        Set<TraceEvent.Kind> kinds = earlier.kinds();
        kinds.addAll(later.kinds());
        return kinds;
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        // An event that is both is not before itself.
        boolean laterCame = later.comes(kind, timeNs, cpu, thread, detail);
        boolean earlierCame = earlier.comes(kind, timeNs, cpu, thread, detail);
        if (!laterCame && !earlierCame) {
            return;
        }
        evidence.add(kind, timeNs, cpu, thread, detail);
        if (decided == Outcome.UNDECIDED && (laterCame || earlier.allCame())) {
            decided = laterCame ? Outcome.FAILED : Outcome.HELD;
            decidedBy(timeNs, cpu, thread);
        }
    }

    @Override
    boolean isDecided(long nowNs) {
        return decided != Outcome.UNDECIDED;
    }

    @Override
    ExpectationResult result(RunEnd end) {
        Outcome outcome = decided == Outcome.UNDECIDED && !end.isCutShort() ? Outcome.FAILED : decided;
        return answer(outcome, earlier.words() + ", " + later.words(), evidence, end);
    }
}
