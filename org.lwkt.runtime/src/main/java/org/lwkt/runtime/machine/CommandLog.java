// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.function.ToIntFunction;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.snapshot.Constant;

/**
 * Hears what a machine does to its kernel, in order and each time right before it does it: enough to do the same to another
 * kernel that knows no time. Threads and resources are numbers as in a {@link MachineObserver}. Called on the hot path; not
 * part of a snapshot.
 */
@Constant
public interface CommandLog {
    /** Hears nothing. */
    CommandLog NONE = new CommandLog() {};

    /** Boot is over; nothing of it was heard. The kernel may be looked at from now on, and must not be changed. */
    default void booted(Kernel kernel, MachineLoad load, ToIntFunction<LwktThread> numbers) {}

    /** The instruction of a thread makes its kernel call; what it takes follows by {@link #operand}. */
    default void called(int cpu, int thread, Program program, int pc) {}

    /** A handler that the thread gave to the kernel is run. */
    default void handlerStarts(int owner, Program handler) {}

    /** The instruction of a handler makes its kernel call; what it takes follows by {@link #operand}. */
    default void handlerCalled(int owner, Program handler, int pc) {}

    /** The value of an argument of the call that was heard last. */
    default void operand(int index, long value) {}

    /** The call that was heard last makes a thread like that, whose number it is. */
    default void created(int thread, ThreadConfig config) {}

    /** The call that was heard last makes the message ready, to be replied to the thread's own port. */
    default void prepared(int message) {}

    /** The CPU takes one more turn of its idle loop, or of the loop in which it polls. */
    default void polled(int cpu) {}

    /** The IPI interrupt. */
    default void ipi(int cpu) {}

    /** The timer interrupt. */
    default void tick(int cpu) {}

    /** The time of the thread's sleep is up. */
    default void timedOut(int cpu, int thread) {}

    /** The timer of a livelocked interrupt. */
    default void livelockTimer(int cpu, int thread) {}

    /** The event at place {@code script} of the script; a spurious interrupt is no more than a turn of the idle loop. */
    default void scripted(int cpu, int script) {}
}
