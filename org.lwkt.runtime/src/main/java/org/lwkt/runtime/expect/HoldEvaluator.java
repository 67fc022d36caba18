// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code hold(token)}. Keeps who held it: the switches of that thread, and who waited. */
final class HoldEvaluator extends SampleEvaluator {
    // By place: how often it is held, and since when.
    private final int[] holds;
    private final long[] sinceNs;
    /** By place: who took it last. */
    private final int[] holders;

    HoldEvaluator(Expectation.Total expectation, Measure.Hold measure, EvaluationContext context) {
        super(expectation, measure.statistic(), context.resources(measure.token()), context);
        holders = new int[elements.count()];
        Arrays.fill(holders, -1);
        holds = new int[elements.count()];
        sinceNs = new long[elements.count()];
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.TOKEN_WAIT, TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (kind == TraceEvent.Kind.TOKEN_WAIT) {
            int place = elements.place(TraceDetail.resourceNumber(detail));
            if (place >= 0) {
                keep(place, kind, timeNs, cpu, thread, detail);
            }
            return;
        }
        for (int place = 0; place < holders.length; place++) {
            if (thread == holders[place]) {
                keep(place, kind, timeNs, cpu, thread, detail);
            }
        }
    }

    @Override
    Set<Signal> signals() {
        return EnumSet.of(Signal.TOKEN_TAKEN, Signal.TOKEN_DROPPED);
    }

    @Override
    void signal(Signal signal, long nowNs, int atCpu, int ofThread, int resource) {
        int place = elements.place(resource);
        if (place < 0) {
            return;
        }
        if (signal == Signal.TOKEN_TAKEN) {
            holders[place] = ofThread;
            if (holds[place]++ == 0) {
                sinceNs[place] = nowNs;
                begins(nowNs);
            }
        } else if (--holds[place] == 0) {
            ends(place, sinceNs[place], nowNs, atCpu, ofThread);
        }
    }

    @Override
    long openNs(int place, long nowNs) {
        return holds[place] == 0 ? -1 : nowNs - sinceNs[place];
    }

    @Override
    long openTotalNs(long nowNs) {
        long sumNs = 0;
        for (int place = 0; place < holds.length; place++) {
            if (holds[place] > 0) {
                sumNs += interval.overlapNs(sinceNs[place], nowNs);
            }
        }
        return sumNs;
    }
}
