// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.source.SourcePosition;

/**
 * How a run of the machine ended.
 *
 * @param detail the panic's text, or the budget's name and size; else empty
 * @param cpu the CPU that ended it, or -1
 * @param thread the thread that ended it, or empty
 * @param position the line that was running, or that sent the interrupt to an idle CPU
 */
public record RunEnd(Reason reason, String detail, long timeNs, int cpu, String thread, SourcePosition position) {
    /** In order of precedence. */
    public enum Reason {
        PANIC,
        BUDGET,
        CANCELLED,
        HORIZON,
        QUIESCENT
    }
}
