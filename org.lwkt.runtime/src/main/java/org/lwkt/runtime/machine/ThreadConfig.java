// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.snapshot.Constant;

/**
 * A thread that exists from boot on, or the pattern of threads that are created later.
 *
 * @param kind what sort of thread
 * @param place in its array, from 0
 * @param cpu where it starts, or {@link #ANY_CPU}
 * @param priority {@code TDPRI_*}
 * @param nice of a user thread
 * @param start how it comes to life
 * @param daemon whether nobody is at fault while it sleeps
 */
@Constant
public record ThreadConfig(
        String name,
        Kind kind,
        int place,
        int cpu,
        int priority,
        int nice,
        Start start,
        boolean daemon,
        Program program) {
    /** The kernel's rotator chooses the CPU. */
    public static final int ANY_CPU = -1;

    /** What sort of thread. */
    public enum Kind {
        KERNEL,
        INTERRUPT_SUPPORT,
        /** Not started, preemptable, woken by interrupts. */
        INTERRUPT,
        USER
    }

    /** How a thread comes to life. */
    public enum Start {
        /** Created and scheduled at boot. */
        RUNNING,
        /** Created at boot; something schedules it. */
        NOSTART,
        /** Not created at boot. */
        TEMPLATE
    }

    boolean interrupt() {
        return kind == Kind.INTERRUPT;
    }

    /** A thread like this one, of another name and at another CPU. */
    ThreadConfig like(String newName, int newCpu) {
        return new ThreadConfig(newName, kind, place, newCpu, priority, nice, start, daemon, program);
    }
}
