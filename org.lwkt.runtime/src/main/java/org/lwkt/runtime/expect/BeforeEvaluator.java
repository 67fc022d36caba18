// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code E before F}: in the order of events, so that of two at one time one is the earlier. */
final class BeforeEvaluator extends Evaluator {
    private final FirstMoment earlier;
    private final FirstMoment later;
    private final Evidence evidence = new Evidence();
    private Outcome decided = Outcome.UNDECIDED;

    BeforeEvaluator(Expectation.Before expectation, EvaluationContext context) {
        super(expectation, context);
        earlier = new FirstMoment(expectation.earlier(), context);
        later = new FirstMoment(expectation.later(), context);
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(earlier.kind(), later.kind());
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        // An event that is both is not before itself.
        boolean laterCame = later.comes(kind, timeNs, thread, detail);
        boolean earlierCame = earlier.comes(kind, timeNs, thread, detail);
        if (!laterCame && !earlierCame) {
            return;
        }
        evidence.add(kind, timeNs, cpu, thread, detail);
        if (decided == Outcome.UNDECIDED) {
            decided = laterCame ? Outcome.FAILED : Outcome.HELD;
            decidedBy(timeNs, cpu, thread);
        }
    }

    @Override
    ExpectationResult result(RunEnd end, MetricsCollector metrics) {
        if (decided == Outcome.UNDECIDED && !end.isCutShort()) {
            decided = Outcome.FAILED;
        }
        return answer(decided, earlier.words() + ", " + later.words(), evidence, end);
    }
}
