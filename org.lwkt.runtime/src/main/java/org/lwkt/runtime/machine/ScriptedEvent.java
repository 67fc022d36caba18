// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Something that the script makes happen.
 *
 * @param thread index of the thread that it is about, or -1
 * @param cpu where it happens, or {@link ThreadConfig#ANY_CPU}: at the CPU that the thread belongs to
 * @param firstNs when it happens first
 * @param periodNs between two of them, or 0: it happens once
 * @param untilNs none is due at or after this time
 * @param jitterNs each comes up to that much later than it is due, drawn anew for each
 */
@Constant
public record ScriptedEvent(
        Kind kind,
        int thread,
        int cpu,
        long firstNs,
        long periodNs,
        long untilNs,
        long jitterNs,
        SourcePosition position) {
    /** What happens. */
    public enum Kind {
        /** A device interrupt that the thread handles. */
        INTERRUPT,
        /**
         * The local APIC's spurious interrupt: the CPU enters and leaves the kernel and does nothing, but an idle CPU is no
         * longer halted.
         */
        SPURIOUS_INTERRUPT,
        /** {@code lwkt_schedule()} of the thread, from a timer of its CPU; until the first one it has not started. */
        START,
        /** The CPU gets the IPI that stops it: it takes IPI messages and runs no thread until it is restarted. */
        STOP_CPU,
        /** A stopped CPU goes on where it was stopped, and takes what arrived meanwhile. */
        RESTART_CPU
    }
}
