// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.metrics.CpuShares;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code utilisation(cpu)}: the part of the time that is not the idle thread's. Keeps the last switches. */
final class UtilisationEvaluator extends RatioEvaluator {
    private final int cpu;
    private final int idle;
    private final CpuShares shares;

    UtilisationEvaluator(Expectation.Total expectation, Measure.Utilisation measure, EvaluationContext context) {
        super(expectation, context);
        cpu = measure.cpu();
        idle = context.names().declared() + cpu;
        shares = new CpuShares(1, 1, interval.fromNs(), interval.untilNs());
        shares.switched(0, 0, 0);
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int eventCpu, int thread, long detail) {
        if (eventCpu != cpu) {
            return;
        }
        shares.switched(timeNs, 0, thread == idle ? 0 : -1);
        if (timeNs < interval.untilNs()) {
            evidence.add(kind, timeNs, eventCpu, thread, detail);
        }
    }

    @Override
    double ratio(long lastNs) {
        double passedNs = interval.overlapNs(0, lastNs);
        return passedNs == 0 ? Double.NaN : (passedNs - shares.timeNs(0, lastNs)) / passedNs;
    }
}
