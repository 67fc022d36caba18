// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code max latency(t)} and its like. */
final class LatencyEvaluator extends SampleEvaluator {
    private static final long NOT_WAITING = -1;

    /** By place: since when it is runnable. */
    private final long[] sinceNs;

    LatencyEvaluator(Expectation.Total expectation, Measure.Latency measure, EvaluationContext context) {
        super(expectation, measure.statistic(), context.threads(measure.thread()), context);
        sinceNs = new long[elements.count()];
        Arrays.fill(sinceNs, NOT_WAITING);
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(
                TraceEvent.Kind.SWITCH,
                TraceEvent.Kind.PREEMPT,
                TraceEvent.Kind.INTERRUPT,
                TraceEvent.Kind.WAKEUP,
                TraceEvent.Kind.SLEEP);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        int place = elements.place(thread);
        if (place >= 0) {
            keep(place, kind, timeNs, cpu, thread, detail);
        }
    }

    @Override
    Set<Signal> signals() {
        return EnumSet.of(Signal.MADE_RUNNABLE, Signal.RESUMED);
    }

    @Override
    void signal(Signal signal, long nowNs, int atCpu, int ofThread, int resource) {
        int place = elements.place(ofThread);
        if (place < 0) {
            return;
        }
        if (signal == Signal.MADE_RUNNABLE) {
            sinceNs[place] = nowNs;
        } else if (sinceNs[place] != NOT_WAITING) {
            ends(place, sinceNs[place], nowNs, atCpu, ofThread);
            sinceNs[place] = NOT_WAITING;
        }
    }

    @Override
    long openNs(int place, long nowNs) {
        return sinceNs[place] == NOT_WAITING ? -1 : nowNs - sinceNs[place];
    }

    @Override
    long openTotalNs(long nowNs) {
        throw new IllegalStateException("there is no total of latencies");
    }
}
