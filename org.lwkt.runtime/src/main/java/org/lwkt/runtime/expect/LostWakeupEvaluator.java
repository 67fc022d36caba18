// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code lost wakeup of t}. Keeps the last sleeps and wake-ups of the thread. */
final class LostWakeupEvaluator extends Evaluator {
    private final String name;
    private final int thread;
    private final Evidence evidence = new Evidence();

    LostWakeupEvaluator(Expectation.LostWakeup expectation, EvaluationContext context) {
        super(expectation, context);
        name = expectation.thread();
        thread = context.thread(name);
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SLEEP, TraceEvent.Kind.WAKEUP, TraceEvent.Kind.END);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int eventThread, long detail) {
        if (eventThread == thread) {
            evidence.add(kind, timeNs, cpu, eventThread, detail);
        }
    }

    @Override
    ExpectationResult result(RunEnd end, MetricsCollector metrics) {
        return answer(judge(end), EndWords.of(end), evidence, end);
    }

    private Outcome judge(RunEnd end) {
        boolean sleeps =
                end.waits().stream().anyMatch(it -> it.thread().equals(name) && it.what() == Wait.What.CHANNEL);
        if (end.reason() == RunEnd.Reason.LOST_WAKEUP && sleeps) {
            return Outcome.HELD;
        }
        return end.isCutShort() ? Outcome.UNDECIDED : Outcome.FAILED;
    }
}
