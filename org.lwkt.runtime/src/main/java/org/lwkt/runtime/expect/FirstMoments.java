// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceEvent;

/** Recognises a {@link Moment} and keeps when it first came; of an array, for each element. */
final class FirstMoments {
    private static final int NOWHERE = -1;

    @Constant
    private final Moment moment;

    private final String words;
    /** The threads or channels; null for a moment that is about none. */
    private final Elements elements;

    @Constant
    private final Set<TraceEvent.Kind> kinds;

    /** Of a mark: its number. */
    private final int mark;

    private final boolean[] came;
    /** For a migration, by place: the CPU that ran the thread last. */
    private final int[] lastCpu;

    private int missing;
    private long firstNs;
    private long lastNs;

    FirstMoments(Moment moment, EvaluationContext context) {
        this.moment = moment;
        elements = switch (moment) {
            case Moment.Start it -> context.threads(it.thread());
            case Moment.End it -> context.threads(it.thread());
            case Moment.Migrate it -> context.threads(it.thread());
            case Moment.Wakeup it -> context.resources(it.channel());
            case Moment.Mark it -> null;
            case Moment.Panic it -> null;
        };
        words = switch (moment) {
            case Moment.Start it -> "start(" + it.thread() + ")";
            case Moment.End it -> "end(" + it.thread() + ")";
            case Moment.Migrate it -> "migrate " + it.thread();
            case Moment.Wakeup it -> "wakeup " + it.channel();
            case Moment.Mark it -> "mark \"" + it.name() + "\"";
            case Moment.Panic it -> "panic";
        };
        kinds = switch (moment) {
            case Moment.Start it -> EnumSet.of(TraceEvent.Kind.START);
            case Moment.End it -> EnumSet.of(TraceEvent.Kind.END);
            case Moment.Migrate it -> EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT);
            case Moment.Wakeup it -> EnumSet.of(TraceEvent.Kind.WAKEUP_CALL);
            case Moment.Mark it -> EnumSet.of(TraceEvent.Kind.MARK);
            case Moment.Panic it -> EnumSet.of(TraceEvent.Kind.PANIC);
        };
        mark = moment instanceof Moment.Mark it ? context.names().markNumber(it.name()) : NOWHERE;
        came = new boolean[elements == null ? 1 : elements.count()];
        missing = came.length;
        lastCpu = new int[moment instanceof Moment.Migrate ? came.length : 0];
        Arrays.fill(lastCpu, NOWHERE);
    }

    Set<TraceEvent.Kind> kinds() {
        return EnumSet.copyOf(kinds);
    }

    /** Whether this event is the first occurrence, for some element. */
    boolean comes(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (missing == 0) {
            return false;
        }
        int place = place(kind, cpu, thread, detail);
        if (place < 0 || came[place]) {
            return false;
        }
        if (missing == came.length) {
            firstNs = timeNs;
        }
        came[place] = true;
        missing--;
        lastNs = timeNs;
        return true;
    }

    private int place(TraceEvent.Kind kind, int cpu, int thread, long detail) {
        if (!kinds.contains(kind)) {
            return NOWHERE;
        }
        return switch (moment) {
            case Moment.Start it -> elements.place(thread);
            case Moment.End it -> elements.place(thread);
            case Moment.Wakeup it -> elements.place(TraceDetail.resourceNumber(detail));
            case Moment.Mark it -> detail == mark ? 0 : NOWHERE;
            case Moment.Panic it -> 0;
            case Moment.Migrate it -> {
                int place = elements.place(thread);
                if (place < 0) {
                    yield NOWHERE;
                }
                int before = lastCpu[place];
                lastCpu[place] = cpu;
                yield before == NOWHERE || before == cpu ? NOWHERE : place;
            }
        };
    }

    boolean anyCame() {
        return missing < came.length;
    }

    boolean allCame() {
        return missing == 0;
    }

    /** When the last of all elements came that did. */
    long lastNs() {
        return lastNs;
    }

    /** {@code start(nic) at 12ms} or {@code start(nic) never}. */
    String words() {
        return words + " " + when();
    }

    /** {@code at 12ms}, {@code never}, or of an array {@code 2ms .. 12ms} and who never came. */
    String when() {
        if (!anyCame()) {
            return "never";
        }
        String times = firstNs == lastNs
                ? "at " + TimeText.of(firstNs)
                : "at " + TimeText.of(firstNs) + " .. " + TimeText.of(lastNs);
        return allCame() ? times : times + ", never of " + firstMissing() + others(missing - 1);
    }

    private String firstMissing() {
        int place = 0;
        while (came[place]) {
            place++;
        }
        return elements.name(place);
    }

    private static String others(int count) {
        return count == 0 ? "" : " and " + count + " more";
    }
}
