// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The kinds of frames on a {@link KernelStack}, each the rest of one routine after a call that may have suspended the
 * thread. {@link GlobalData#proceed} says which method a frame resumes.
 */
final class Frame {
    // At the bottom of every stack.
    static final int FETCH = 0;
    static final int FIRST_ACTIVATION = 1;
    static final int IDLE_AFTER_SWITCH = 2;
    static final int IDLE_AFTER_WAIT = 3;

    // Critical sections and pended work.
    static final int CRIT_EXIT = 10;
    static final int CRIT_ENTER = 11;
    static final int SPLZ_LOOP = 12;
    static final int DORETI_LOOP = 13;
    static final int DORETI_AFTER_IPIQ = 14;
    static final int DORETI_AFTER_AST = 15;
    static final int ITHREAD_DISPATCH = 16;
    static final int ITHREAD_RETURN = 17;
    static final int INTERRUPT_LEAVE = 18;
    static final int INTERRUPT_RETURN = 19;
    static final int DEVICE_LEAVE = 20;
    static final int DORETI = 21;
    static final int ITHREAD_WAIT_DONE = 22;
    static final int IPIQ_DRAIN = 23;
    static final int SMP_STOPPED_RETURN = 24;

    // lwkt_thread.c.
    static final int SWITCH_AFTER_RELEASE = 30;
    static final int SWITCH_RESUME = 31;
    static final int SWITCH_FROM_TRAP_RETURN = 32;
    static final int PREEMPT_RESUME = 33;
    static final int YIELD_AFTER_SPLZ = 34;
    static final int YIELD_SWITCH = 35;
    static final int YIELD_QUICK_AFTER_SPLZ = 36;
    static final int USER_YIELD_AFTER_SPLZ = 37;
    static final int INT_SUPPORT_AFTER_SETPRI = 38;
    static final int PASSIVE_RELEASE_AFTER_SETPRI = 39;
    static final int ALLOC_AFTER_GET = 40;
    static final int ALLOC_RETURN = 41;
    static final int INIT_AFTER_TDALLQ = 42;
    static final int CREATE_AFTER_ALLOC = 43;
    static final int EXIT_LOOP = 44;
    static final int SETCPU_AFTER_RELEASE = 45;
    static final int SETCPU_ARRIVED = 46;
    static final int ACQUIRE_POLL = 47;

    // lwkt_token.c.
    static final int TOKEN_AFTER_WAIT = 60;

    // kern_synch.c.
    static final int TSLEEP_AFTER_INTERLOCK_TOKEN = 70;
    static final int TSLEEP_AFTER_RELEASE = 71;
    static final int TSLEEP_AWAKE = 72;
    static final int TSLEEP_AFTER_TIMEOUT_RACE = 73;
    static final int ENDTSLEEP_LOCKED = 74;
    static final int ENDTSLEEP_DONE = 75;

    // Crossing between user mode and the kernel.
    static final int USEREXIT_AFTER_SETPRI = 80;
    static final int USEREXIT_ACQUIRED = 81;
    static final int AST_AFTER_YIELD = 82;

    /** What a caller outside the kernel left; goes to the {@link Continuation} in the frame. */
    static final int CONTINUATION = 100;

    private Frame() {}
}
