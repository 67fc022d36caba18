// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code lost wakeup of t}. Keeps the last sleeps and wake-ups of the thread. */
final class LostWakeupEvaluator extends Evaluator {
    private final Elements threads;
    private final Evidence evidence = new Evidence();

    LostWakeupEvaluator(Expectation.LostWakeup expectation, EvaluationContext context) {
        super(expectation, context);
        threads = context.threads(expectation.thread());
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SLEEP, TraceEvent.Kind.WAKEUP, TraceEvent.Kind.END);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (threads.contain(thread)) {
            evidence.add(kind, timeNs, cpu, thread, detail);
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
        if (end.reason() == RunEnd.Reason.LOST_WAKEUP && allWait(end)) {
            return Outcome.HELD;
        }
        return end.isCutShort() ? Outcome.UNDECIDED : Outcome.FAILED;
    }

    private boolean allWait(RunEnd end) {
        Set<String> waiting = end.waits().stream()
                .filter(it -> it.what().isForWakeup())
                .map(Wait::thread)
                .collect(Collectors.toSet());
        return IntStream.range(0, threads.count()).mapToObj(threads::name).allMatch(waiting::contains);
    }
}
