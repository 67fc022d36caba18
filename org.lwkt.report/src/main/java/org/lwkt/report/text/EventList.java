// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lwkt.runtime.trace.TraceEvent;

/** The first and the last events of a trace, with aligned times. Ticks are left out: the timeline marks them. */
final class EventList {
    private static final int MOST_FIRST = 28;
    private static final int MOST_LAST = 12;

    private final EventWords words;
    private final TextStyle style;
    private final int columns;
    private final List<EventLine> first = new ArrayList<>();
    private final Deque<EventLine> last = new ArrayDeque<>();
    private long left;

    EventList(RunThreads threads, TextStyle style, int columns) {
        this.words = new EventWords(threads);
        this.style = style;
        this.columns = columns;
    }

    /** The list of a whole run. */
    List<String> lines(List<TraceEvent> trace) {
        EventLine pending = null;
        TraceEvent before = null;
        for (TraceEvent event : trace) {
            EventLine line = words.next(event);
            if (event.kind() == TraceEvent.Kind.TICK) {
                continue;
            }
            if (startsWhatWasSwitchedTo(before, event)) {
                pending = pending.withNote(pending.note().isEmpty() ? "starts" : "starts; " + pending.note());
            } else {
                keep(pending);
                pending = line;
            }
            before = event;
        }
        keep(pending);
        return lines();
    }

    private static boolean startsWhatWasSwitchedTo(TraceEvent before, TraceEvent event) {
        return event.kind() == TraceEvent.Kind.START
                && before != null
                && (before.kind() == TraceEvent.Kind.SWITCH || before.kind() == TraceEvent.Kind.PREEMPT)
                && before.timeNs() == event.timeNs()
                && before.cpu() == event.cpu()
                && before.thread().equals(event.thread());
    }

    private void keep(EventLine line) {
        if (line == null) {
            return;
        }
        if (first.size() < MOST_FIRST) {
            first.add(line);
            return;
        }
        last.add(line);
        if (last.size() > MOST_LAST) {
            last.remove();
            left++;
        }
    }

    private List<String> lines() {
        List<EventLine> all = new ArrayList<>(first);
        all.addAll(last);
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> lines = EventTable.lines(all, columns, style);
        if (left > 0) {
            lines.add(1 + first.size(), style.ellipsis() + " " + Numbers.of(left, "more event", "more events"));
        }
        return lines;
    }
}
