// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A thread, or an array of threads, as a scenario declares it. Threads are numbered from 0 in order of declaration, the
 * elements of an array one after the other.
 *
 * @param kind what sort of thread
 * @param count how many elements the array has; {@link #SINGLE} for a thread that is no array
 * @param cpu where it starts, {@link #ANY_CPU} for the kernel's rotator; may use the element's {@link Expr.Index}
 * @param priority {@code TDPRI_*}, 0 to 31; of a user thread the kernel decides it
 * @param nice of a user thread, -20 to 20; else 0
 * @param start how it comes to life
 * @param startNs virtual time at which it is scheduled first; 0: at boot
 * @param daemon whether a run may end, and nobody is at fault, while it sleeps
 * @param position of its name
 */
public record ThreadSpec(
        String name,
        Kind kind,
        int count,
        Expr cpu,
        int priority,
        int nice,
        Start start,
        long startNs,
        boolean daemon,
        Program body,
        SourcePosition position) {
    /** Not an array. */
    public static final int SINGLE = 0;

    /** The kernel's rotator chooses the CPU. */
    public static final int ANY_CPU = -1;

    public static final int NICE_MIN = -20;
    public static final int NICE_MAX = 20;

    /** What sort of thread. */
    public enum Kind {
        /** A kernel thread: runs in kernel mode, is never preempted by an equal, and preempts nobody. */
        KERNEL,
        /** An interrupt-support thread: a kernel thread that may be preempted by interrupt threads only. */
        INTERRUPT_SUPPORT,
        /** An interrupt thread: created asleep, woken by interrupts, preempts threads of lower priority. */
        INTERRUPT,
        /** A user thread: has an lwp, starts in user mode, goes through the user scheduler. */
        USER
    }

    /** How a thread comes to life. */
    public enum Start {
        /** Created before time 0 and scheduled at {@link ThreadSpec#startNs}. */
        RUNNING,
        /** Created before time 0 with {@code TDF_NOSTART}: runs when something schedules it. */
        NOSTART,
        /** Not created: a pattern for {@link org.lwkt.runtime.program.Opcode#CREATE}. */
        TEMPLATE
    }

    public static ThreadSpec kernel(String name) {
        return of(name, Kind.KERNEL, ThreadPriority.KERN_DAEMON);
    }

    public static ThreadSpec interruptSupport(String name) {
        return of(name, Kind.INTERRUPT_SUPPORT, ThreadPriority.INT_SUPPORT);
    }

    public static ThreadSpec interrupt(String name) {
        return of(name, Kind.INTERRUPT, ThreadPriority.INT_MED);
    }

    public static ThreadSpec user(String name) {
        return of(name, Kind.USER, ThreadPriority.USER_NORM);
    }

    private static ThreadSpec of(String name, Kind kind, int priority) {
        Program nothing = new ProgramBuilder("").build();
        return new ThreadSpec(
                name, kind, SINGLE, Expr.ZERO, priority, 0, Start.RUNNING, 0, false, nothing, SourcePosition.NONE);
    }

    /** An array of {@code newCount} elements. */
    public ThreadSpec times(int newCount) {
        return new ThreadSpec(name, kind, newCount, cpu, priority, nice, start, startNs, daemon, body, position);
    }

    public ThreadSpec onCpu(int newCpu) {
        return onCpu(Expr.constant(newCpu));
    }

    public ThreadSpec onCpu(Expr newCpu) {
        return new ThreadSpec(name, kind, count, newCpu, priority, nice, start, startNs, daemon, body, position);
    }

    public ThreadSpec onAnyCpu() {
        return onCpu(ANY_CPU);
    }

    public ThreadSpec atPriority(int newPriority) {
        return new ThreadSpec(name, kind, count, cpu, newPriority, nice, start, startNs, daemon, body, position);
    }

    public ThreadSpec withNice(int newNice) {
        return new ThreadSpec(name, kind, count, cpu, priority, newNice, start, startNs, daemon, body, position);
    }

    public ThreadSpec nostart() {
        return new ThreadSpec(name, kind, count, cpu, priority, nice, Start.NOSTART, startNs, daemon, body, position);
    }

    public ThreadSpec template() {
        return new ThreadSpec(name, kind, count, cpu, priority, nice, Start.TEMPLATE, startNs, daemon, body, position);
    }

    public ThreadSpec startingAt(long newStartNs) {
        return new ThreadSpec(name, kind, count, cpu, priority, nice, start, newStartNs, daemon, body, position);
    }

    /** A run may end, and nobody is at fault, while it sleeps. */
    public ThreadSpec asDaemon() {
        return new ThreadSpec(name, kind, count, cpu, priority, nice, start, startNs, true, body, position);
    }

    ThreadSpec withBody(Program newBody, SourcePosition newPosition) {
        return new ThreadSpec(name, kind, count, cpu, priority, nice, start, startNs, daemon, newBody, newPosition);
    }

    /** How many threads it is. */
    public int threads() {
        return count == SINGLE ? 1 : count;
    }

    /** The name of element {@code index}. */
    public String nameOf(int index) {
        return count == SINGLE ? name : name + "[" + index + "]";
    }
}
