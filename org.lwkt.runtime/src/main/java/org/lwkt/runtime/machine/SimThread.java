// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.InterruptSource;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.ThreadBody;
import org.lwkt.runtime.kernel.ThreadFlag;
import org.lwkt.runtime.snapshot.Unhashed;

/** A declared thread as the machine sees it: how far it has come in its program. */
final class SimThread extends Activation implements ThreadBody {
    private static final int ON_A_CPU = ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK;

    final int index;
    final ThreadConfig config;
    final boolean user;

    /** Null for a pattern that no thread was made from. */
    LwktThread td;
    /** How device interrupts reach it; null for a thread that handles none. */
    InterruptSource interrupts;

    /** What is left of the segment that it runs, as of the last time it was interrupted; 0 between instructions. */
    long restNs;

    /** The handlers of its instructions, made when they are first used. */
    @Unhashed
    private HandlerCall[] handlers;

    /** Spin locks and lockmgr locks that it holds. */
    final HeldLocks held = new HeldLocks();

    /** What its durations are drawn from, made when first used. */
    RandomStream durations;
    /** What its choices are drawn from, made when first used. */
    RandomStream choices;

    // Its sleep timeout, in a list of Callouts.
    SimThread calloutNext;
    SimThread calloutPrevious;
    /** Whose list it is, or -1. */
    int calloutCpu = -1;
    /** The tick of that CPU at which it fires. */
    long calloutTick;

    /** When it began the kernel call that it is in, or the last one. */
    @Unhashed
    long calledNs;

    /** When somebody scheduled it last, or -1. */
    @Unhashed
    long scheduledNs = -1;

    /** A user thread's next instruction belongs to a system call. */
    boolean inKernel;

    /** How many threads were made after its pattern. */
    int copies;

    /** An event of the script has started it. */
    boolean summoned;

    boolean started;
    boolean ended;
    boolean asleep;
    /** It was made runnable and has not gone on since. */
    boolean waits;

    SimThread(int index, ThreadConfig config) {
        this.index = index;
        this.config = config;
        user = config.kind() == ThreadConfig.Kind.USER;
        program = config.program();
        slots = new long[program.slots()];
    }

    /** The next instruction is fetched when the machine says so; where it belongs to user mode, first the way there. */
    @Override
    public Flow fetch(GlobalData gd, LwktThread thread) {
        boolean returns = user && !inKernel && (thread.flags() & ThreadFlag.USERMODE) == 0;
        return returns ? gd.userMode().returnToUser() : Flow.FETCH;
    }

    /** Whether it is scheduled when it is created. */
    boolean startsAtOnce() {
        return config.start() != ThreadConfig.Start.NOSTART;
    }

    /** Whether it is current on a CPU, or was preempted there and will be again. */
    boolean isOnCpu() {
        return (td.flags() & ON_A_CPU) != 0;
    }

    /** Whether it neither runs nor waits for a CPU, and could. */
    boolean isDormant() {
        return !ended && (td.flags() & (ON_A_CPU | ThreadFlag.RUNQ)) == 0;
    }

    @Override
    SimThread owner() {
        return this;
    }

    @Override
    HandlerCall handler(int handlerPc, HandlerRuns runs) {
        if (handlers == null) {
            handlers = new HandlerCall[program.size()];
        }
        if (handlers[handlerPc] == null) {
            handlers[handlerPc] = new HandlerCall(program.handler(handlerPc), this, runs);
        }
        return handlers[handlerPc];
    }
}
