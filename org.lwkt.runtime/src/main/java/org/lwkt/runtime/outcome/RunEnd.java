// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.outcome;

import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/**
 * How and where a run ended.
 *
 * @param detail the panic's text, the budget's name and size, ...; may be empty
 * @param cpu the CPU that ended it, or -1
 * @param thread the thread that ended it, or empty
 * @param position the line that was running, or that sent the interrupt to an idle CPU; {@link SourcePosition#NONE}
 * @param waits who waits for what, of a deadlock or a lost wake-up the threads that are to blame first
 */
public record RunEnd(
        Reason reason, String detail, long timeNs, int cpu, String thread, SourcePosition position, List<Wait> waits) {
    public RunEnd {
        waits = List.copyOf(waits);
    }

    /** An end at which nobody's waiting matters. */
    public RunEnd(Reason reason, String detail, long timeNs, int cpu, String thread, SourcePosition position) {
        this(reason, detail, timeNs, cpu, thread, position, List.of());
    }

    /** In order of precedence. */
    public enum Reason {
        PANIC,
        /** A thread body did what cannot be done, such as a division by zero. */
        ERROR,
        BUDGET,
        CANCELLED,
        /** What was expected of the run is decided for good, and the user asked for no more. */
        DECIDED,
        HORIZON,
        /** A thread waits for something whose holder can never run. */
        DEADLOCK,
        /** A thread that is no daemon sleeps, and nothing can wake it. */
        LOST_WAKEUP,
        QUIESCENT
    }

    /** Whether the run was stopped before it came to an end of its own or to its horizon. */
    public boolean isCutShort() {
        return reason == Reason.BUDGET || reason == Reason.CANCELLED || reason == Reason.DECIDED;
    }

    /** Whether the machine was left in a state that it would stay in. */
    public boolean isSettled() {
        return reason == Reason.DEADLOCK || reason == Reason.LOST_WAKEUP || reason == Reason.QUIESCENT;
    }

    /** Whether something may yet have happened before {@code limitNs}, had the run not ended. */
    public boolean leavesOpenUntil(long limitNs) {
        return (isCutShort() || reason == Reason.HORIZON) && timeNs < limitNs;
    }
}
