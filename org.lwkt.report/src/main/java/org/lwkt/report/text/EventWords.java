// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * Says of each event what it is and, for a switch, why this thread runs now. The reasons follow from the events before,
 * so all events of a run must pass through in order; where they do not tell, no reason is given.
 */
final class EventWords {
    private static final String BY_EVENT = "by an event of the scenario";

    private final RunThreads threads;
    private final Map<Integer, String> current = new HashMap<>();
    private final Map<String, String> preemptedBy = new HashMap<>();
    private final Map<String, TraceEvent> lastOfThread = new HashMap<>();
    private final Map<Integer, TraceEvent> lastArrival = new HashMap<>();
    private final Set<Integer> tickSinceSwitch = new HashSet<>();

    EventWords(RunThreads threads) {
        this.threads = threads;
    }

    /** The event in words; changes what later events are explained by. */
    EventLine next(TraceEvent event) {
        String note = note(event);
        remember(event);
        return new EventLine(event.timeNs(), event.cpu(), what(event.kind()), event.thread(), note);
    }

    /** The event in words, without a reason drawn from others. */
    static EventLine alone(TraceEvent event) {
        String note = event.kind() == TraceEvent.Kind.PREEMPT ? "over " + event.detail() : plainNote(event);
        return new EventLine(event.timeNs(), event.cpu(), what(event.kind()), event.thread(), note);
    }

    private void remember(TraceEvent event) {
        switch (event.kind()) {
            case SWITCH -> {
                current.put(event.cpu(), event.thread());
                preemptedBy.remove(event.thread());
                lastOfThread.remove(event.thread());
                lastArrival.remove(event.cpu());
                tickSinceSwitch.remove(event.cpu());
            }
            case PREEMPT -> {
                current.put(event.cpu(), event.thread());
                preemptedBy.put(event.detail(), event.thread());
                lastOfThread.remove(event.thread());
            }
            case END, SLEEP, WAKEUP, INTERRUPT, SCHEDULE_CALL -> lastOfThread.put(event.thread(), event);
            case IPI_RECEIVE -> lastArrival.put(event.cpu(), event);
            case TICK -> tickSinceSwitch.add(event.cpu());
            case NEW_THREAD,
                    DEAD_THREAD,
                    START,
                    IPI_SEND,
                    PEND,
                    KPRINTF,
                    PANIC,
                    MARK,
                    TOKEN_WAIT,
                    WAKEUP_CALL,
                    TIMEOUT,
                    ERROR,
                    FAULT -> {}
        }
    }

    private String note(TraceEvent event) {
        return switch (event.kind()) {
            case SWITCH -> joined(reason(event), event.detail());
            case PREEMPT -> "over " + event.detail() + priorities(event.thread(), event.detail());
            default -> plainNote(event);
        };
    }

    private static String plainNote(TraceEvent event) {
        return switch (event.kind()) {
            case SCHEDULE_CALL -> BY_EVENT;
            case WAKEUP_CALL -> joined(event.detail(), event.thread().isEmpty() ? BY_EVENT : "");
            default -> event.detail();
        };
    }

    private static String joined(String reason, String detail) {
        return reason.isEmpty() || detail.isEmpty() ? reason + detail : reason + "; " + detail;
    }

    private String priorities(String preemptor, String preempted) {
        int above = threads.priority(preemptor);
        int below = threads.priority(preempted);
        return above < 0 || below < 0 ? "" : ": priority " + above + " above " + below;
    }

    private String reason(TraceEvent event) {
        String next = event.thread();
        String last = current.getOrDefault(event.cpu(), "");
        if (threads.isIdle(last)) {
            return threads.isIdle(next) ? "" : reasonToLeaveIdle(event);
        }
        // lwkt_switch() goes back to what was preempted, the idle thread too, before it looks at the run queue.
        if (last.equals(preemptedBy.get(next))) {
            return last + ", which preempted it, " + letsGo(last, false);
        }
        if (threads.isIdle(next)) {
            return last + " " + letsGo(last, false) + ", nothing else to run";
        }
        return last + " " + letsGo(last, isTurnOf(next, last) && tickSinceSwitch.contains(event.cpu()));
    }

    /** Whether a tick may have asked for this change: it has threads of one priority take turns. */
    private boolean isTurnOf(String next, String last) {
        int priority = threads.priority(last);
        return priority < 0 || threads.priority(next) <= priority;
    }

    private String letsGo(String thread, boolean afterTick) {
        TraceEvent last = lastOfThread.get(thread);
        if (last == null
                || last.kind() == TraceEvent.Kind.WAKEUP
                || last.kind() == TraceEvent.Kind.INTERRUPT
                || last.kind() == TraceEvent.Kind.SCHEDULE_CALL) {
            return "lets go of the CPU" + (afterTick ? " after a tick" : "");
        }
        if (last.kind() == TraceEvent.Kind.END) {
            return "has ended";
        }
        return threads.isInterruptThread(thread) ? "waits for its next interrupt" : "sleeps";
    }

    private String reasonToLeaveIdle(TraceEvent event) {
        TraceEvent cause = lastOfThread.get(event.thread());
        if (cause != null && cause.kind() == TraceEvent.Kind.INTERRUPT) {
            return "its interrupt arrived";
        }
        if (cause != null && cause.kind() == TraceEvent.Kind.WAKEUP) {
            return "was woken";
        }
        if (cause != null && cause.kind() == TraceEvent.Kind.SCHEDULE_CALL) {
            return "was started";
        }
        TraceEvent arrival = lastArrival.get(event.cpu());
        return arrival == null ? "" : "the IPI made it runnable";
    }

    private static String what(TraceEvent.Kind kind) {
        return switch (kind) {
            case SWITCH -> "switch to";
            case PREEMPT -> "preempt by";
            case NEW_THREAD -> "new thread";
            case DEAD_THREAD -> "dead thread";
            case START -> "start";
            case END -> "end";
            case IPI_SEND -> "IPI sent";
            case IPI_RECEIVE -> "IPI taken";
            case TICK -> "tick";
            case INTERRUPT -> "interrupt";
            case PEND -> "pended";
            case SLEEP -> "sleep";
            case WAKEUP -> "wakeup";
            case KPRINTF -> "kprintf";
            case PANIC -> "panic";
            case MARK -> "mark";
            case TOKEN_WAIT -> "waits for token";
            case WAKEUP_CALL -> "wakeup call";
            case TIMEOUT -> "timeout";
            case ERROR -> "error";
            case FAULT -> "fault";
            case SCHEDULE_CALL -> "scheduled";
        };
    }
}
