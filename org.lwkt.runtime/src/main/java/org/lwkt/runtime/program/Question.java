// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

/** What an {@link Expr.Ask} asks of the machine; asking changes nothing. */
public enum Question {
    /** Virtual time since boot, in nanoseconds. */
    NOW,
    /** The number of the CPU that runs this. */
    CPU,
    /** The number of the thread that runs this. */
    SELF,
    /** {@code td_pri} of the thread. */
    PRIORITY(Operand.THREAD),
    /** The number of the CPU's current thread; -1: its idle thread. */
    CURRENT(Operand.CPU),
    /** How many threads stand on the CPU's run queue, the current one included if it does; the idle thread never does. */
    RUNNABLE(Operand.CPU),
    /** The number of the CPU that the thread belongs to. */
    CPU_OF(Operand.THREAD),
    /** Whether the thread is current on a CPU or was preempted there. */
    RUNNING(Operand.THREAD),
    /** Whether the thread sleeps. */
    ASLEEP(Operand.THREAD),
    /** Whether the thread has run its first instruction. */
    STARTED(Operand.THREAD),
    /** Whether the thread's function has returned. */
    ENDED(Operand.THREAD),
    /** Whether the thread holds the resource, a token or a lock of any kind, exclusive or shared. */
    HOLDS(Operand.THREAD, null),
    /** Whether any thread holds the resource. */
    HELD(new Operand[] {null}),
    /** The number of the thread that holds the resource, a token or a lock, exclusively; -1: none that is known. */
    HOLDER(new Operand[] {null}),
    /** How many threads sleep on the channel. */
    SLEEPERS(Operand.CHANNEL),
    /** The set of CPUs with one more, both as bits; of the CPUs that have a bit. */
    CPU_SET(Operand.CPU_MASK, Operand.CPU),
    /** Whether the message is done. */
    DONE(Operand.MESSAGE);

    private final Operand[] arguments;

    Question(Operand... arguments) {
        this.arguments = arguments;
    }

    /** How many arguments it takes. */
    public int arguments() {
        return arguments.length;
    }

    /** What argument {@code index} is; null: the number of a token or of any lock. */
    public Operand argument(int index) {
        return arguments[index];
    }
}
