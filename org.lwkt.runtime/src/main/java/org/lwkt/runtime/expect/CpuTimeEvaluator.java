// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.CpuShares;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code cputime(t)}. Keeps the last switches to it. */
final class CpuTimeEvaluator extends MeasureEvaluator {
    private final Elements threads;
    private final CpuShares shares;
    private final Evidence evidence = new Evidence();

    CpuTimeEvaluator(Expectation.Total expectation, Measure.CpuTime measure, EvaluationContext context) {
        super(expectation, context);
        threads = context.threads(measure.thread());
        shares = new CpuShares(context.cpus(), 1, interval.fromNs(), interval.untilNs());
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT, TraceEvent.Kind.END);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        boolean ours = threads.contain(thread);
        if (kind != TraceEvent.Kind.END) {
            shares.switched(timeNs, cpu, ours ? 0 : -1);
        }
        if (ours && timeNs < interval.untilNs()) {
            evidence.add(kind, timeNs, cpu, thread, detail);
        }
    }

    @Override
    Outcome judge(long lastNs, boolean complete) {
        return Judgement.growing(shares.timeNs(0, lastNs), bounds, complete);
    }

    @Override
    String actual(long lastNs) {
        return text(shares.timeNs(0, lastNs));
    }

    @Override
    Evidence evidence(long lastNs) {
        return evidence;
    }
}
