// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code max response(t)} and its like. */
final class ResponseEvaluator extends SampleEvaluator {
    private static final long NONE = -1;

    // By place: the first arrival that the turn under way or about to begin answers, and the first one for the next
    // turn.
    private final long[] sinceNs;
    private final long[] nextSinceNs;
    /** By place: whether that turn is under way. */
    private final boolean[] inTurn;

    private final boolean[] started;

    ResponseEvaluator(Expectation.Total expectation, Measure.Response measure, EvaluationContext context) {
        super(expectation, measure.statistic(), context.threads(measure.thread()), context);
        sinceNs = none(elements.count());
        nextSinceNs = none(elements.count());
        inTurn = new boolean[elements.count()];
        started = new boolean[elements.count()];
    }

    private static long[] none(int count) {
        long[] times = new long[count];
        Arrays.fill(times, NONE);
        return times;
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(
                TraceEvent.Kind.SWITCH,
                TraceEvent.Kind.PREEMPT,
                TraceEvent.Kind.INTERRUPT,
                TraceEvent.Kind.WAKEUP,
                TraceEvent.Kind.SLEEP,
                TraceEvent.Kind.END);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        int place = elements.place(thread);
        if (place < 0) {
            return;
        }
        keep(place, kind, timeNs, cpu, thread, detail);
        switch (kind) {
            case INTERRUPT -> {
                if (detail != TraceDetail.STRAY) {
                    arrives(place, timeNs);
                }
            }
            case WAKEUP -> arrives(place, timeNs);
            case SLEEP, END -> answers(place, timeNs, cpu, thread);
            default -> {}
        }
    }

    @Override
    Set<Signal> signals() {
        return EnumSet.of(Signal.RESUMED, Signal.TURN_OVER);
    }

    @Override
    void signal(Signal signal, long nowNs, int atCpu, int ofThread, int resource) {
        int place = elements.place(ofThread);
        if (place < 0) {
            return;
        }
        if (signal == Signal.TURN_OVER) {
            answers(place, nowNs, atCpu, ofThread);
            inTurn[place] = sinceNs[place] != NONE;
        } else if (started[place]) {
            inTurn[place] = sinceNs[place] != NONE;
        } else {
            // What comes before the first wait answers nothing.
            started[place] = true;
        }
    }

    private void arrives(int place, long nowNs) {
        if (sinceNs[place] == NONE) {
            sinceNs[place] = nowNs;
        } else if (inTurn[place] && nextSinceNs[place] == NONE) {
            nextSinceNs[place] = nowNs;
        }
    }

    /** What arrived during the turn begins the next one at once. */
    private void answers(int place, long nowNs, int cpu, int thread) {
        if (sinceNs[place] == NONE || !inTurn[place]) {
            return;
        }
        ends(place, sinceNs[place], nowNs, cpu, thread);
        sinceNs[place] = nextSinceNs[place];
        nextSinceNs[place] = NONE;
        inTurn[place] = sinceNs[place] != NONE;
    }

    @Override
    long openNs(int place, long nowNs) {
        return sinceNs[place] == NONE ? -1 : nowNs - sinceNs[place];
    }

    @Override
    long openTotalNs(long nowNs) {
        throw new IllegalStateException("there is no total of responses");
    }
}
