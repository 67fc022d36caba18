// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code contention(token)}: a thread waits for at most one token at a time. */
final class ContentionEvaluator extends SampleEvaluator {
    private static final int NOTHING = -1;
    private static final int THREADS_AT_FIRST = 16;

    // By thread: the place of the token that it waits for, and since when.
    private int[] awaited = new int[0];
    private long[] sinceNs = new long[0];

    ContentionEvaluator(Expectation.Total expectation, Measure.Contention measure, EvaluationContext context) {
        super(expectation, measure.statistic(), context.resources(measure.token()), context);
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
            waits(timeNs, cpu, thread, place);
        } else if (awaited(thread) >= 0) {
            keep(awaited(thread), kind, timeNs, cpu, thread, detail);
        }
    }

    @Override
    Set<Signal> signals() {
        return EnumSet.of(Signal.TOKEN_REFUSED, Signal.TOKEN_TAKEN);
    }

    @Override
    void signal(Signal signal, long nowNs, int atCpu, int ofThread, int resource) {
        int place = elements.place(resource);
        if (signal == Signal.TOKEN_REFUSED) {
            waits(nowNs, atCpu, ofThread, place);
        } else if (place >= 0 && awaited(ofThread) == place) {
            waits(nowNs, atCpu, ofThread, NOTHING);
        }
    }

    private int awaited(int thread) {
        return thread >= 0 && thread < awaited.length ? awaited[thread] : NOTHING;
    }

    /** From now on the thread waits for that token, or for none of these. */
    private void waits(long nowNs, int cpu, int thread, int place) {
        int before = awaited(thread);
        int now = Math.max(place, NOTHING);
        if (now == before) {
            return;
        }
        makeRoom(thread);
        if (before >= 0) {
            ends(before, sinceNs[thread], nowNs, cpu, thread);
        }
        awaited[thread] = now;
        sinceNs[thread] = nowNs;
        if (now >= 0) {
            begins(nowNs);
        }
    }

    private void makeRoom(int thread) {
        int length = awaited.length;
        if (thread >= length) {
            int newLength = Math.max(THREADS_AT_FIRST, Math.max(thread + 1, 2 * length));
            awaited = Arrays.copyOf(awaited, newLength);
            Arrays.fill(awaited, length, newLength, NOTHING);
            sinceNs = Arrays.copyOf(sinceNs, newLength);
        }
    }

    @Override
    long openNs(int place, long nowNs) {
        long longestNs = -1;
        for (int thread = 0; thread < awaited.length; thread++) {
            if (awaited[thread] == place) {
                longestNs = Math.max(longestNs, nowNs - sinceNs[thread]);
            }
        }
        return longestNs;
    }

    @Override
    long openTotalNs(long nowNs) {
        long sumNs = 0;
        for (int thread = 0; thread < awaited.length; thread++) {
            if (awaited[thread] >= 0) {
                sumNs += interval.overlapNs(sinceNs[thread], nowNs);
            }
        }
        return sumNs;
    }
}
