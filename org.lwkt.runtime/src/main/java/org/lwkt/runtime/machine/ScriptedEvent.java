// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Something that the script makes happen.
 *
 * @param subject number of the thread, or of the channel, that it is about, or -1
 * @param cpu where it happens, or {@link ThreadConfig#ANY_CPU}: at the CPU that the thread belongs to
 */
@Constant
public record ScriptedEvent(Kind kind, int subject, int cpu, Occasion occasion, SourcePosition position) {
    /** What happens. */
    public enum Kind {
        /** A device interrupt that the thread handles. */
        INTERRUPT,
        /**
         * The local APIC's spurious interrupt: the CPU enters and leaves the kernel and does nothing, but an idle CPU is no
         * longer halted.
         */
        SPURIOUS_INTERRUPT,
        /**
         * {@code lwkt_schedule()} of the thread, from a fast interrupt; until the first one it has not started. Does nothing
         * to a thread that has started.
         */
        START,
        /** {@code wakeup()} of the channel, from a fast interrupt. */
        WAKEUP,
        /** {@code wakeup_one()} of the channel, from a fast interrupt. */
        WAKEUP_ONE,
        /** The CPU gets the IPI that stops it: it takes IPI messages and runs no thread until it is restarted. */
        STOP_CPU,
        /** A stopped CPU goes on where it was stopped, and takes what arrived meanwhile. */
        RESTART_CPU;

        /** Whether it is about a channel. */
        public boolean isWakeup() {
            return this == WAKEUP || this == WAKEUP_ONE;
        }
    }
}
