// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.source.SourcePosition;

/**
 * How and where a run ended.
 *
 * @param detail the panic's text, the budget's name and size, ...; may be empty
 * @param cpu the CPU that ended it, or -1
 * @param thread the thread that ended it, or empty
 * @param position the line that was running, or {@link SourcePosition#NONE}
 */
public record End(Reason reason, String detail, long timeNs, int cpu, String thread, SourcePosition position) {
    /** In order of precedence. */
    public enum Reason {
        PANIC,
        BUDGET,
        CANCELLED,
        HORIZON,
        QUIESCENT
    }
}
