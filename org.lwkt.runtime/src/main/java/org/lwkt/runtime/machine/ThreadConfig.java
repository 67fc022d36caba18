// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.snapshot.Constant;

/**
 * A thread that exists from boot on.
 *
 * @param interrupt whether it is an interrupt thread: not started, preemptable, woken by interrupts
 * @param cpu where it starts, or {@link #ANY_CPU}
 * @param priority {@code TDPRI_*}
 */
@Constant
public record ThreadConfig(String name, boolean interrupt, int cpu, int priority, Program program) {
    /** The kernel's rotator chooses the CPU. */
    public static final int ANY_CPU = -1;
}
