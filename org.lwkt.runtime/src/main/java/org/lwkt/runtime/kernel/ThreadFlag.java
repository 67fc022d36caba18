// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code TDF_*} of sys/thread.h: {@code td_flags}, changed by the owning CPU only. The values are the kernel's. */
public final class ThreadFlag {
    /** On a CPU, or switched out but not yet handed over by {@code lwkt_switch_return()}. */
    public static final int RUNNING = 0x00000001;
    /** On its CPU's run queue; a running thread normally is as well. */
    public static final int RUNQ = 0x00000002;
    /** Preempted, and so not to be switched to by anybody but its preemptor. */
    public static final int PREEMPT_LOCK = 0x00000004;

    public static final int PREEMPT_DONE = 0x00000008;
    public static final int NOSTART = 0x00000010;
    public static final int MIGRATING = 0x00000020;
    public static final int SINTR = 0x00000040;
    public static final int TSLEEPQ = 0x00000080;
    public static final int SYSTHREAD = 0x00000100;
    public static final int ALLOCATED_THREAD = 0x00000200;
    public static final int ALLOCATED_STACK = 0x00000400;
    /** Shared requests for a lock pass the exclusive ones that wait. */
    public static final int DEADLKTREAT = 0x00001000;

    public static final int TIMEOUT_RUNNING = 0x00004000;
    public static final int TIMEOUT = 0x00008000;
    public static final int INTTHREAD = 0x00010000;
    public static final int BLOCKED = 0x00040000;
    public static final int DELAYED_WAKEUP = 0x02000000;
    public static final int TSLEEP_DESCHEDULED = 0x00020000;
    public static final int PANICWARN = 0x00080000;
    public static final int BLOCKQ = 0x00100000;
    public static final int FORCE_SPINPORT = 0x00200000;
    public static final int EXITING = 0x00400000;
    public static final int KERNELFP = 0x01000000;
    public static final int FIXEDCPU = 0x04000000;
    public static final int USERMODE = 0x08000000;

    private ThreadFlag() {}
}
