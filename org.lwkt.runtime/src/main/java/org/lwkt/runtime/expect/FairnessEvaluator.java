// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.metrics.CpuShares;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code fairness(w)}: Jain's index, the square of the sum over n times the sum of the squares. Keeps the last switches. */
final class FairnessEvaluator extends RatioEvaluator {
    private final Elements threads;
    private final CpuShares shares;

    FairnessEvaluator(Expectation.Total expectation, Measure.Fairness measure, EvaluationContext context) {
        super(expectation, context);
        threads = context.threads(measure.threads());
        shares = new CpuShares(context.cpus(), threads.count(), interval.fromNs(), interval.untilNs());
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        int place = threads.place(thread);
        shares.switched(timeNs, cpu, place);
        if (place >= 0 && timeNs < interval.untilNs()) {
            evidence.add(kind, timeNs, cpu, thread, detail);
        }
    }

    @Override
    double ratio(long lastNs) {
        double sum = 0;
        double squares = 0;
        for (int place = 0; place < threads.count(); place++) {
            double timeNs = shares.timeNs(place, lastNs);
            sum += timeNs;
            squares += timeNs * timeNs;
        }
        return sum == 0 ? Double.NaN : sum * sum / (threads.count() * squares);
    }
}
