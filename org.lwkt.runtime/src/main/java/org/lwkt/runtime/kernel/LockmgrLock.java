// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Locale;

/**
 * {@code struct lock}: a sleeping lock, held by many shared or by one exclusively. The methods take the CPU that calls;
 * those that answer a {@link Flow} leave 0 or an errno as the {@link LwktThread#result() result} of the thread. Whoever
 * releases the lock grants it to a request that waits, and the waiter puts its name in when it runs again.
 *
 * <p>The three requests that may sleep are classes of their own: {@link LockmgrShared}, {@link LockmgrExclusive} and
 * {@link LockmgrUpgrade}; the arithmetic of the count is {@link LockCount}.
 */
@Ports("sys/kern/kern_lock.c")
public final class LockmgrLock extends WaitIdent {
    /** The lock is taken, and the request must not sleep; or somebody else upgrades it. */
    public static final int EBUSY = 16;

    /** The request was cancelled, or had to sleep and should fail then. */
    public static final int ENOLCK = 77;

    /** {@code lk_count}. */
    final LockCount count = new LockCount();

    private final int ownFlags;
    private int timo;
    private String wmesg;
    /** {@code lk_lockholder}: null while the lock is not held exclusively, or a grant has not found its thread. */
    private LwktThread holder;
    /** {@code lk_lockholder} is {@code LK_KERNTHREAD}: nobody in particular, and anybody may release it. */
    private boolean heldByKernel;

    /**
     * @param wmesg what a thread that sleeps for the lock shows
     * @param timo how many ticks a sleep lasts where {@link LockFlag#TIMELOCK} is asked for
     * @param flags of {@link LockFlag#EXTFLG_MASK}: hold for every request
     */
    @Ports("sys/kern/kern_lock.c#lockinit")
    public LockmgrLock(String wmesg, int timo, int flags) {
        this.wmesg = wmesg;
        this.timo = timo;
        ownFlags = flags & LockFlag.EXTFLG_MASK;
    }

    /** Another purpose for a lock that may have waiters. */
    @Ports("sys/kern/kern_lock.c#lockreinit")
    public void reinit(String newWmesg, int newTimo) {
        wmesg = newWmesg;
        timo = newTimo;
    }

    /** {@code lk_wmesg}: what a thread that sleeps for the lock shows. */
    public String wmesg() {
        return wmesg;
    }

    /** The lock is not used any more. */
    @Ports("sys/kern/kern_lock.c#lockuninit")
    public void uninit(GlobalData gd) {
        if (count.isRequested() || !count.isShared() && count.hasSharedCount()) {
            gd.kernel.kassert.failed(
                    "lockuninit",
                    "(count & (LKC_EXREQ | LKC_UPREQ)) == 0 && ((count & LKC_SHARED) || (count & LKC_SMASK) == 0)");
        }
    }

    /** One request of {@link LockFlag#TYPE_MASK}, with flags. */
    @Ports("sys/sys/lock.h#lockmgr")
    public Flow lockmgr(GlobalData gd, int flags) {
        return switch (flags & LockFlag.TYPE_MASK) {
            case LockFlag.SHARED -> LockmgrShared.request(gd, this, flags);
            case LockFlag.EXCLUSIVE -> LockmgrExclusive.request(gd, this, flags);
            case LockFlag.DOWNGRADE -> downgrade(gd);
            case LockFlag.EXCLUPGRADE, LockFlag.UPGRADE -> LockmgrUpgrade.request(gd, this, flags);
            case LockFlag.RELEASE -> release(gd);
            case LockFlag.CANCEL_BEG -> cancelBegin(gd);
            case LockFlag.CANCEL_END -> cancelEnd(gd);
            default ->
                throw new KernelPanic("lockmgr", "lockmgr: unknown locktype request " + (flags & LockFlag.TYPE_MASK));
        };
    }

    /** {@link #lockmgr} that does not sleep; the result is 0 if the lock was acquired. */
    @Ports("sys/sys/lock.h#lockmgr_try")
    public Flow tryLock(GlobalData gd, int flags) {
        return lockmgr(gd, flags | LockFlag.NOWAIT);
    }

    @Ports("sys/kern/kern_lock.c#_lockmgr_assert")
    void assertMaySleep(GlobalData gd, int flags) {
        if (gd.intrNestingLevel != 0 && (flags & LockFlag.NOWAIT) == 0) {
            throw new KernelPanic(
                    "_lockmgr_assert", "lockmgr " + wmesg + ": called from interrupt, ipi, or hard code section");
        }
    }

    /** From exclusive, held once, to shared. */
    @Ports("sys/kern/kern_lock.c#lockmgr_downgrade")
    Flow downgrade(GlobalData gd) {
        if (holder != gd.curThread || !count.isExclusiveOnce()) {
            throw new KernelPanic(
                    "lockmgr_downgrade",
                    "lockmgr: not holding exclusive lock: " + holderName(gd) + "/" + name(gd) + " "
                            + String.format(Locale.ROOT, "%016x", count.word));
        }
        setHolder(null);
        return done(gd, 0, count.downgrade());
    }

    /** Releases the lock once, whichever way it is held, and grants it to who waits. Never sleeps. */
    @Ports("sys/kern/kern_lock.c#lockmgr_release")
    Flow release(GlobalData gd) {
        if (!isInUse()) {
            throw new KernelPanic("lockmgr_release", "lockmgr: LK_RELEASE: no lock held");
        }
        return done(gd, 0, count.isExclusive() ? releaseExclusive(gd) : releaseShared(gd));
    }

    /** Answers whether somebody is to be woken up. */
    private boolean releaseExclusive(GlobalData gd) {
        if (!heldByKernel && holder != gd.curThread) {
            throw new KernelPanic(
                    "lockmgr_release",
                    "lockmgr: pid -1, not exclusive lock holder thr " + name(gd) + "/" + holderName(gd) + " unlocking");
        }
        if (count.isExclusiveOnce()) {
            setHolder(null);
        }
        return count.releaseExclusive();
    }

    private boolean releaseShared(GlobalData gd) {
        if (!count.isShared()) {
            gd.kernel.kassert.failed("lockmgr_release", "(count & LKC_SHARED) && (count & LKC_SMASK)");
        }
        return count.releaseShared();
    }

    /** From now on, those that wait with {@link LockFlag#CANCELABLE} fail. Context: the lock held. */
    @Ports("sys/kern/kern_lock.c#lockmgr_cancel_beg")
    private Flow cancelBegin(GlobalData gd) {
        if (count.isCancelled()) {
            gd.kernel.kassert.failed("lockmgr_cancel_beg", "(count & LKC_CANCEL) == 0");
        }
        if (!isInUse()) {
            gd.kernel.kassert.failed("lockmgr_cancel_beg", "(count & (LKC_XMASK | LKC_SMASK)) != 0");
        }
        return done(gd, 0, count.cancel());
    }

    @Ports("sys/kern/kern_lock.c#lockmgr_cancel_end")
    private Flow cancelEnd(GlobalData gd) {
        count.endCancel();
        return done(gd, 0);
    }

    /** The current thread hands its exclusive lock to the kernel: whoever wants may release it. */
    @Ports("sys/kern/kern_lock.c#lockmgr_kernproc")
    public void kernProc(GlobalData gd) {
        if (!heldByKernel) {
            if (holder != gd.curThread) {
                gd.kernel.kassert.panicked(
                        "lockmgr_kernproc",
                        "lockmgr_kernproc: lock not owned by curthread " + name(gd) + ": " + holderName(gd));
            }
            giveToKernel();
        }
    }

    // What the requests have in common.

    int withOwnFlags(int flags) {
        return flags | ownFlags;
    }

    boolean isHeldExclusivelyBy(LwktThread td) {
        return count.isExclusive() && holder == td;
    }

    boolean isCancelled(int flags) {
        return (flags & LockFlag.CANCELABLE) != 0 && count.isCancelled();
    }

    /** The exclusive holder asks once more, shared or not: it gets the lock exclusively once more. */
    Flow recurse(GlobalData gd, int flags, String function) {
        if ((flags & LockFlag.CANRECURSE) == 0) {
            if ((flags & LockFlag.NOWAIT) != 0) {
                return done(gd, EBUSY);
            }
            throw new KernelPanic(function, "lockmgr: locking against myself");
        }
        count.recurse();
        return done(gd, 0);
    }

    /** Goes on with {@code frame} when a wakeup can no longer be lost; the frame has the count from before. */
    Flow interlock(GlobalData gd, int frame, int flags) {
        gd.curThread.kernelStack.push(frame, flags, count.word, this);
        return gd.sleepQueue.tsleepInterlock(this, 0);
    }

    /** Goes on with {@code frame} when somebody has changed the lock, or the result of the sleep is an error. */
    Flow sleep(GlobalData gd, int frame, int flags) {
        gd.curThread.kernelStack.push(frame, flags, 0, this);
        int pflags = (flags & LockFlag.PCATCH) != 0 ? SleepQueue.PCATCH : 0;
        int limit = (flags & LockFlag.TIMELOCK) != 0 ? timo : 0;
        return gd.sleepQueue.tsleep(this, pflags | SleepQueue.PINTERLOCKED, wmesg, limit);
    }

    static Flow done(GlobalData gd, int error) {
        gd.curThread.result = error;
        return Flow.RETURN;
    }

    Flow done(GlobalData gd, int error, boolean wakeup) {
        if (!wakeup) {
            return done(gd, error);
        }
        gd.curThread.kernelStack.push(Frame.SLEEP_RESULT, error);
        return gd.sleepQueue.wakeup(this);
    }

    Flow own(GlobalData gd) {
        setHolder(gd.curThread);
        return done(gd, 0);
    }

    /** The request fails; if the lock was granted meanwhile, it is given back. */
    Flow giveUp(GlobalData gd, LockUndo undo, int error) {
        if (!undo.granted()) {
            return done(gd, error, undo.wakeup());
        }
        if (!undo.wakeup()) {
            return giveBack(gd, error);
        }
        gd.curThread.kernelStack.push(Frame.LOCK_GIVE_BACK, error, 0, this);
        return gd.sleepQueue.wakeup(this);
    }

    Flow giveBack(GlobalData gd, long error) {
        giveToKernel();
        gd.curThread.kernelStack.push(Frame.SLEEP_RESULT, error);
        return release(gd);
    }

    private void setHolder(LwktThread td) {
        holder = td;
        heldByKernel = false;
    }

    private void giveToKernel() {
        holder = null;
        heldByKernel = true;
    }

    // What can be asked.

    /** {@code lk_count}: exclusive and shared counts and requests, in the bits of sys/lock.h. */
    public long count() {
        return count.word;
    }

    /** {@code lk_lockholder}: null if nobody holds the lock exclusively, the kernel does, or the holder does not run yet. */
    public LwktThread holder() {
        return holder;
    }

    /**
     * How the lock is held: 0, {@link LockFlag#SHARED}, {@link LockFlag#EXCLUSIVE} by {@code td}, which may be null for
     * anybody, or {@link LockFlag#EXCLOTHER}.
     */
    @Ports("sys/kern/kern_lock.c#lockstatus")
    public int status(LwktThread td) {
        if (count.isExclusive()) {
            return td == null || holder == td ? LockFlag.EXCLUSIVE : LockFlag.EXCLOTHER;
        }
        return count.hasSharedCount() && count.isShared() ? LockFlag.SHARED : 0;
    }

    /** Whether the current thread holds the lock exclusively, or anybody holds it or waits for it shared. */
    @Ports("sys/kern/kern_lock.c#lockowned")
    public boolean isOwned(GlobalData gd) {
        return count.isExclusive() ? holder == gd.curThread : count.hasSharedCount();
    }

    /** Prints the state of the lock. */
    @Ports("sys/kern/kern_lock.c#lockmgr_printinfo")
    public void printInfo(GlobalData gd) {
        String bits = String.format(Locale.ROOT, " (count %016x)", count.word);
        String state = "NOTHELD";
        if (count.isExclusive()) {
            state = "EXCLUS" + bits + " by td " + holderName(gd) + " pid -99";
        } else if (count.hasSharedCount() && count.isShared()) {
            state = "SHARED" + bits;
        }
        boolean waiters = count.isRequested() || count.isExclusive() && count.hasSharedCount();
        gd.kernel.observer.kprintf(gd, " lock type " + wmesg + ": " + state + (waiters ? " with waiters" : ""));
    }

    @Ports("sys/sys/lock.h#lockinuse")
    public boolean isInUse() {
        return count.isExclusive() || count.hasSharedCount();
    }

    /** Whether anybody holds the lock exclusively. */
    @Ports("sys/sys/lock.h#lockmgr_anyexcl")
    public boolean isHeldExclusively() {
        return count.isExclusive();
    }

    /** Whether somebody holds the lock exclusively, once. */
    @Ports("sys/sys/lock.h#lockmgr_oneexcl")
    public boolean isHeldExclusivelyOnce() {
        return count.isExclusiveOnce();
    }

    /** Whether somebody waits to have the lock exclusively. */
    @Ports("sys/sys/lock.h#lockmgr_exclpending")
    public boolean isExclusivePending() {
        return count.hasExclusiveRequests();
    }

    private String holderName(GlobalData gd) {
        if (heldByKernel) {
            return "LK_KERNTHREAD";
        }
        return holder == null ? "NULL" : gd.kernel.observer.name(holder);
    }

    private static String name(GlobalData gd) {
        return gd.kernel.observer.name(gd.curThread);
    }
}
