// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/** Recognises a {@link Moment} and keeps when it first came. */
final class FirstMoment {
    private static final long NEVER = -1;
    private static final int ANY = -2;

    private final TraceEvent.Kind kind;
    private final int thread;
    /** The detail word of a mark, else {@link #ANY}. */
    private long detail = ANY;

    private final String words;
    private long timeNs = NEVER;

    FirstMoment(Moment moment, EvaluationContext context) {
        switch (moment) {
            case Moment.Start start -> {
                kind = TraceEvent.Kind.START;
                thread = context.thread(start.thread());
                words = "start(" + start.thread() + ")";
            }
            case Moment.End end -> {
                kind = TraceEvent.Kind.END;
                thread = context.thread(end.thread());
                words = "end(" + end.thread() + ")";
            }
            case Moment.Mark mark -> {
                kind = TraceEvent.Kind.MARK;
                thread = ANY;
                detail = context.names().markNumber(mark.name());
                words = "mark \"" + mark.name() + "\"";
            }
            case Moment.Panic panic -> {
                kind = TraceEvent.Kind.PANIC;
                thread = ANY;
                words = "panic";
            }
        }
    }

    TraceEvent.Kind kind() {
        return kind;
    }

    /** Whether this event is the first occurrence. */
    boolean comes(TraceEvent.Kind eventKind, long eventTimeNs, int eventThread, long eventDetail) {
        if (timeNs != NEVER || eventKind != kind || !isAbout(eventThread, eventDetail)) {
            return false;
        }
        timeNs = eventTimeNs;
        return true;
    }

    private boolean isAbout(int eventThread, long eventDetail) {
        return (thread == ANY || thread == eventThread) && (detail == ANY || detail == eventDetail);
    }

    boolean came() {
        return timeNs != NEVER;
    }

    long timeNs() {
        return timeNs;
    }

    /** {@code start(nic) at 12ms} or {@code start(nic) never}. */
    String words() {
        return words + " " + when();
    }

    /** {@code at 12ms} or {@code never}. */
    String when() {
        return came() ? "at " + TimeText.of(timeNs) : "never";
    }
}
