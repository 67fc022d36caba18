// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.source.TimeText;

/**
 * How the run that is judged ended.
 *
 * @param detail the panic's text or the budget's name and size; may be empty
 * @param cpu the CPU that ended it, or -1
 * @param thread the thread that ended it, or empty
 */
public record RunOutcome(How how, String detail, long timeNs, int cpu, String thread) {
    /** The ways to end. */
    public enum How {
        PANIC,
        BUDGET,
        CANCELLED,
        HORIZON,
        QUIESCENT
    }

    /** Whether the run was stopped before it came to an end of its own or to its horizon. */
    boolean isCutShort() {
        return how == How.BUDGET || how == How.CANCELLED;
    }

    /** Whether something may yet have happened before {@code limitNs}, had the run not ended. */
    boolean leavesOpenUntil(long limitNs) {
        return (isCutShort() || how == How.HORIZON) && timeNs < limitNs;
    }

    String words() {
        String at = " at " + TimeText.of(timeNs);
        return switch (how) {
            case PANIC -> "panic" + at + ": " + detail;
            case BUDGET -> "stopped" + at + ": " + detail;
            case CANCELLED -> "cancelled" + at;
            case HORIZON -> "horizon reached" + at;
            case QUIESCENT -> "quiescent" + at;
        };
    }
}
