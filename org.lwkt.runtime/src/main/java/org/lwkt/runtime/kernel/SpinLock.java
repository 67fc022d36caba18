// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code struct spinlock}. The methods take the CPU that calls; a thread that holds one is in a critical section and may not
 * switch. A wait is a polling loop, a wait point of its CPU.
 */
@Ports("sys/kern/kern_spinlock.c")
public final class SpinLock {
    static final int SHARED = 0x80000000;
    static final int EXCLWAIT = 0x00100000;

    private static final int COUNT_MASK = EXCLWAIT - 1;
    private static final int BACKOFF_CHECK = 6;
    private static final int BACKOFF_MAX = 4096;

    private int lock;
    private int update;

    /** The lock word: the holders, waiters for exclusive use in steps of 0x00100000, and the shared bit. */
    public int word() {
        return lock;
    }

    /** The update counter, odd during an update. */
    public int update() {
        return update;
    }

    @Ports("sys/sys/spinlock2.h#spin_init")
    public void init() {
        lock = 0;
        update = 0;
    }

    private static void enter(GlobalData gd) {
        gd.curThread.critCount++;
        gd.spinlocks++;
    }

    /** Takes the lock exclusively. */
    @Ports({"sys/sys/spinlock2.h#_spin_lock", "sys/sys/spinlock2.h#_spin_lock_quick"})
    public Flow lock(GlobalData gd) {
        enter(gd);
        int before = lock++;
        return before == 0 ? Flow.RETURN : lockContested(gd, before);
    }

    @Ports("sys/kern/kern_spinlock.c#_spin_lock_contested")
    private Flow lockContested(GlobalData gd, int before) {
        if (before == SHARED && lock == (SHARED | 1)) {
            lock = 1;
            return Flow.RETURN;
        }
        lock += EXCLWAIT - 1;
        lock &= ~SHARED;
        return lockPolled(gd, 0);
    }

    /** The turns of the loop up to the next one that looks for how long it has waited. */
    Flow lockPolled(GlobalData gd, long backoffBefore) {
        long backoff = backoffBefore;
        while (true) {
            backoff = (backoff + 1) * 3 / 2;
            if ((lock & COUNT_MASK) == 0) {
                lock = (lock - EXCLWAIT | 1) & ~SHARED;
                return Flow.RETURN;
            }
            backoff = Math.min(backoff, BACKOFF_CHECK + BACKOFF_MAX);
            if (backoff >= BACKOFF_CHECK) {
                gd.curThread.kernelStack.push(Frame.SPIN_LOCK_POLL, backoff, 0, this);
                return Flow.SPIN;
            }
        }
    }

    /** Takes the lock shared. */
    @Ports({"sys/sys/spinlock2.h#_spin_lock_shared", "sys/sys/spinlock2.h#_spin_lock_shared_quick"})
    public Flow lockShared(GlobalData gd) {
        enter(gd);
        int before = lock++;
        if ((before & SHARED) != 0) {
            return Flow.RETURN;
        }
        if (before == 0) {
            lock = SHARED | 1;
            return Flow.RETURN;
        }
        lock--;
        return lockSharedPolled(gd);
    }

    @Ports("sys/kern/kern_spinlock.c#_spin_lock_shared_contested")
    Flow lockSharedPolled(GlobalData gd) {
        if (gd.kernel.sysctls.isSpinWindowOpen(gd.kernel.ncpus()) && (lock & COUNT_MASK) == 0) {
            lock |= SHARED | 1;
            return Flow.RETURN;
        }
        if (lock == 0) {
            lock = SHARED | 1;
            return Flow.RETURN;
        }
        if ((lock & SHARED) != 0) {
            lock++;
            return Flow.RETURN;
        }
        gd.curThread.kernelStack.push(Frame.SPIN_SHARED_POLL, 0, 0, this);
        return Flow.SPIN;
    }

    /** Takes the lock exclusively if nobody holds it; answers 1 or 0 as {@link LwktThread#result}. */
    @Ports({"sys/sys/spinlock2.h#spin_trylock", "sys/kern/kern_spinlock.c#spin_trylock_contested"})
    public Flow tryLock(GlobalData gd) {
        enter(gd);
        boolean free = lock == 0 || lock == SHARED;
        gd.curThread.result = free ? 1 : 0;
        if (free) {
            lock = 1;
            return Flow.RETURN;
        }
        gd.spinlocks--;
        return gd.critical.exit();
    }

    /** Gives one hold back, exclusive or shared; the shared bit stays behind. */
    @Ports({
        "sys/sys/spinlock2.h#spin_unlock",
        "sys/sys/spinlock2.h#spin_unlock_quick",
        "sys/sys/spinlock2.h#spin_unlock_any",
        "sys/sys/spinlock2.h#spin_unlock_shared",
        "sys/sys/spinlock2.h#spin_unlock_shared_quick"
    })
    public Flow unlock(GlobalData gd) {
        lock--;
        gd.spinlocks--;
        return gd.critical.exit();
    }

    /** Turns the only shared hold into an exclusive one; answers whether it was the only one. */
    @Ports("sys/sys/spinlock2.h#spin_lock_upgrade_try")
    public boolean tryUpgrade() {
        if (lock != (SHARED | 1)) {
            return false;
        }
        lock = 1;
        return true;
    }

    @Ports("sys/sys/spinlock2.h#spin_held")
    public boolean isHeld() {
        return (lock & ~SHARED) != 0;
    }

    /** Takes the lock and starts an update. */
    @Ports("sys/sys/spinlock2.h#spin_lock_update")
    public Flow lockUpdate(GlobalData gd) {
        gd.curThread.kernelStack.push(Frame.SPIN_UPDATE_LOCKED, 0, 0, this);
        return lock(gd);
    }

    Flow updateLocked(GlobalData gd) {
        update++;
        if ((update & 1) == 0) {
            gd.kernel.kassert.failed("spin_lock_update", "(spin->update & 1)");
        }
        return Flow.RETURN;
    }

    @Ports("sys/sys/spinlock2.h#spin_unlock_update")
    public Flow unlockUpdate(GlobalData gd) {
        update++;
        if ((update & 1) != 0) {
            gd.kernel.kassert.failed("spin_unlock_update", "((spin->update & 1) == 0)");
        }
        return unlock(gd);
    }

    @Ports("sys/sys/spinlock2.h#spin_lock_update_only")
    public void startUpdateOnly(GlobalData gd) {
        update++;
        if ((update & 1) == 0) {
            gd.kernel.kassert.failed("spin_lock_update_only", "spin->update & 1");
        }
    }

    @Ports("sys/sys/spinlock2.h#spin_unlock_update_only")
    public void endUpdateOnly(GlobalData gd) {
        update++;
        if ((update & 1) != 0) {
            gd.kernel.kassert.failed("spin_unlock_update_only", "(spin->update & 1) == 0");
        }
    }

    /** Starts a read; takes the lock shared during an update. Answers the counter as {@link LwktThread#result}. */
    @Ports({"sys/sys/spinlock2.h#spin_access_start", "sys/sys/spinlock2.h#spin_access_start_only"})
    public Flow accessStart(GlobalData gd) {
        int value = update;
        gd.curThread.result = value;
        if ((value & 1) == 0) {
            return Flow.RETURN;
        }
        return lockShared(gd);
    }

    /** Ends a read that started at {@code value}; the result is 1 where it has to be done again. */
    @Ports("sys/sys/spinlock2.h#spin_access_end")
    public Flow accessEnd(GlobalData gd, int value) {
        if ((value & 1) != 0) {
            gd.curThread.result = 0;
            return unlock(gd);
        }
        gd.curThread.result = hasChangedSince(value) ? 1 : 0;
        return Flow.RETURN;
    }

    @Ports("sys/sys/spinlock2.h#spin_access_end_only")
    public boolean hasChangedSince(int value) {
        return update != value;
    }
}
