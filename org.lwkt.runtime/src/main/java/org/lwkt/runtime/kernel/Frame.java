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
    static final int SMP_STOPPED_PROCESSED = 25;
    static final int ITHREAD_TIMER_WOKE = 26;
    static final int ITHREAD_AWAIT = 27;

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
    static final int INIT_AFTER_TDALLQ = 42;
    static final int CREATE_AFTER_ALLOC = 43;
    static final int EXIT_LOOP = 44;
    static final int SETCPU_AFTER_RELEASE = 45;
    static final int SETCPU_ARRIVED = 46;
    static final int ACQUIRE_PROCESSED = 47;
    static final int SWITCH_FINISH = 48;
    static final int FIRST_ACTIVATION_DONE = 49;
    static final int PREEMPT_FINISH = 50;
    static final int SWITCH_EXITED = 51;

    // lwkt_token.c.
    static final int TOKEN_AFTER_WAIT = 60;

    // kern_synch.c.
    static final int TSLEEP_AFTER_INTERLOCK_TOKEN = 70;
    static final int TSLEEP_AFTER_RELEASE = 71;
    static final int TSLEEP_AWAKE = 72;
    static final int TSLEEP_AFTER_TIMEOUT_RACE = 73;
    static final int ENDTSLEEP_LOCKED = 74;

    static final int TSLEEP_BEGIN = 76;
    static final int TSLEEP_COLD_SETPRI = 77;
    static final int TSLEEP_COLD_SWITCH = 78;
    static final int TSLEEP_COLD_RESTORE = 79;
    static final int TSLEEP_AFTER_CORE = 110;
    static final int SSLEEP_RELOCK = 111;
    static final int SLEEP_UNLOCKED = 112;
    static final int SLEEP_RESULT = 113;
    static final int ZSLEEP_REENTER = 114;
    static final int LWKT_SLEEP_AWAKE = 115;
    static final int DELAYED_FIRST_DONE = 116;
    static final int DELAYED_SECOND_DONE = 117;
    static final int WAKEUP_NEXT = 118;
    static final int WAKEUP_COLLIDED = 119;

    // lwkt_ipiq.c.
    static final int IPI_FULL_PAUSE = 120;
    static final int IPI_PASSIVE_FULL = 121;
    static final int IPI_MASK_NEXT = 122;
    static final int IPI_WAIT_PROCESSED = 123;
    static final int IPI_WAIT_PAUSE = 124;
    static final int IPI_SYNC_LOOP = 125;
    static final int IPI_SYNC_INTERLOCKED = 126;
    static final int CPUSYNC_DEINTERLOCK = 127;
    static final int CPUSYNC_INTERLOCK_WAIT = 128;
    static final int CPUSYNC_DEINTERLOCK_WAIT = 129;
    static final int CPUSYNC_QUICK_WAIT = 130;
    static final int CPUSYNC_QUICK_HERE = 131;
    static final int CPUSYNC_PAUSE = 132;
    static final int CPUSYNC_REMOTE_DONE = 133;

    // kern_spinlock.c and lwkt_serialize.c.
    static final int SPIN_UPDATE_LOCKED = 140;
    static final int SLZ_INTERLOCKED = 141;
    static final int SLZ_AWAKE = 142;
    static final int SLZ_ADAPTIVE_INTERLOCKED = 143;
    static final int SLZ_ADAPTIVE_AWAKE = 144;
    static final int SLZ_HANDLER_LEAVE = 145;
    static final int SLZ_HANDLER_ENTERED = 146;
    static final int SLZ_HANDLER_CHECK = 147;
    static final int SLZ_TRY_LEAVE = 148;
    static final int SLZ_ARRAY_ENTER = 149;
    static final int SLZ_ARRAY_EXIT = 150;
    static final int SLZ_ARRAY_FAILED = 151;

    // lwkt_msgport.c.
    static final int SENDMSG_BEGUN = 160;
    static final int DOMSG_BEGUN = 161;
    static final int FORWARDMSG_BEGUN = 162;
    static final int MSG_RESULT = 163;
    static final int PORT_TARGET_STEP = 164;
    static final int PORT_REPLY_STEP = 165;
    static final int PORT_STEP = 166;

    // kern_lock.c.
    static final int LOCK_SHARED_BEHIND_INTERLOCKED = 170;
    static final int LOCK_SHARED_BEHIND_AWAKE = 171;
    static final int LOCK_SHARED_INTERLOCKED = 172;
    static final int LOCK_SHARED_AWAKE = 173;
    static final int LOCK_EXCLUSIVE_INTERLOCKED = 174;
    static final int LOCK_EXCLUSIVE_BEHIND_AWAKE = 175;
    static final int LOCK_EXCLUSIVE_WAIT_INTERLOCKED = 176;
    static final int LOCK_EXCLUSIVE_AWAKE = 177;
    static final int LOCK_OWN = 178;
    static final int LOCK_UPGRADE_RELEASED = 179;
    static final int LOCK_UPGRADE_INTERLOCKED = 180;
    static final int LOCK_UPGRADE_WAIT_INTERLOCKED = 181;
    static final int LOCK_UPGRADE_AWAKE = 182;
    static final int LOCK_GIVE_BACK = 183;
    static final int LKSLEEP_RELOCK = 184;

    // Polling loops: a thread with such a frame on top is at a spin wait point.
    static final int SPIN_FIRST = 200;
    static final int ACQUIRE_POLL = 200;
    static final int IPI_FULL_POLL = 201;
    static final int IPI_WAIT_POLL = 202;
    static final int CPUSYNC_POLL = 203;
    static final int CPUSYNC_REMOTE_POLL = 204;
    static final int SPIN_LOCK_POLL = 205;
    static final int SPIN_SHARED_POLL = 206;

    // Crossing between user mode and the kernel.
    static final int USEREXIT_AFTER_SETPRI = 80;
    static final int USEREXIT_ACQUIRED = 81;
    static final int AST_LEAVE = 82;

    // User schedulers.
    static final int USCHED_STEP = 90;
    static final int SCHEDCPU_RECALCULATED = 91;
    static final int LWP_START = 92;
    static final int TSLEEP_RECALCULATED = 93;
    static final int LWP_CREATED = 94;

    // kern_sig.c.
    static final int LWPSIGNAL_LOCKED = 95;
    static final int LWPSIGNAL_DONE = 96;

    /** What a caller outside the kernel left; goes to the {@link Continuation} in the frame. */
    static final int CONTINUATION = 100;

    private Frame() {}
}
