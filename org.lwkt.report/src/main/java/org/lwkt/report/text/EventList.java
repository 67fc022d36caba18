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
        for (TraceEvent event : trace) {
            EventLine line = words.next(event);
            if (event.kind() == TraceEvent.Kind.TICK) {
                continue;
            }
            if (event.kind() == TraceEvent.Kind.START && startsWhatWasSwitchedTo(pending, line)) {
                pending = pending.withNote(pending.note().isEmpty() ? "starts" : "starts; " + pending.note());
                continue;
            }
            keep(pending);
            pending = line;
        }
        keep(pending);
        return lines();
    }

    private static boolean startsWhatWasSwitchedTo(EventLine before, EventLine start) {
        return before != null
                && before.timeNs() == start.timeNs()
                && before.cpu() == start.cpu()
                && before.thread().equals(start.thread())
                && !before.note().startsWith("starts");
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
