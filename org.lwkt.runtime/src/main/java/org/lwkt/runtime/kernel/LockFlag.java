// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code LK_*} of sys/lock.h: what {@link LockmgrLock#lockmgr} is asked for, and how. The values are the kernel's. */
public final class LockFlag {
    /** The request: one of the constants up to {@link #CANCEL_END}. */
    public static final int TYPE_MASK = 0x0000000f;

    public static final int SHARED = 0x00000001;
    public static final int EXCLUSIVE = 0x00000002;
    /** From shared to exclusive; others may have it in between. */
    public static final int UPGRADE = 0x00000003;
    /** From shared to exclusive, nobody in between; fails if somebody else upgrades already. */
    public static final int EXCLUPGRADE = 0x00000004;

    public static final int DOWNGRADE = 0x00000005;
    public static final int RELEASE = 0x00000006;
    /** Only an answer of {@link LockmgrLock#status}: another thread holds the lock exclusively. */
    public static final int EXCLOTHER = 0x00000008;
    /** From now on, requests with {@link #CANCELABLE} fail, those that wait as well. */
    public static final int CANCEL_BEG = 0x00000009;

    public static final int CANCEL_END = 0x0000000a;

    /** {@code LK_EXTFLG_MASK}: the flags that may also be given to a lock for good. */
    public static final int EXTFLG_MASK = 0x070000f0;

    /** Fails with {@link LockmgrLock#EBUSY} instead of sleeping. */
    public static final int NOWAIT = 0x00000010;
    /** Fails with {@link LockmgrLock#ENOLCK} after having slept. */
    public static final int SLEEPFAIL = 0x00000020;
    /** The exclusive holder may take the lock once more. */
    public static final int CANRECURSE = 0x00000040;

    public static final int CANCELABLE = 0x01000000;
    /** Sleeps no longer than the time of the lock. */
    public static final int TIMELOCK = 0x02000000;
    /** Signals end the sleep. */
    public static final int PCATCH = 0x04000000;

    private LockFlag() {}
}
