// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A thread as a scenario declares it.
 *
 * @param kind what sort of thread
 * @param cpu where it starts, or {@link #ANY_CPU}: the kernel's rotator chooses
 * @param priority {@code TDPRI_*}, 0 to 31
 * @param position of its name
 */
public record ThreadSpec(String name, Kind kind, int cpu, int priority, Program body, SourcePosition position) {
    public static final int ANY_CPU = -1;

    /** What sort of thread. */
    public enum Kind {
        /** A kernel thread: runs in kernel mode, is never preempted by an equal, and preempts nobody. */
        KERNEL,
        /** An interrupt thread: created asleep, woken by interrupts, preempts threads of lower priority. */
        INTERRUPT
    }
}
