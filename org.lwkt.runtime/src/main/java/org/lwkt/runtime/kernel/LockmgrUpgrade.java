// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lockmgr_upgrade()} in its steps, from top to bottom. A failed upgrade has released the shared lock. */
final class LockmgrUpgrade {
    private LockmgrUpgrade() {}

    /** From shared to exclusive; does nothing for the exclusive holder. Context: thread that holds the lock. */
    @Ports("sys/kern/kern_lock.c#lockmgr_upgrade")
    static Flow request(GlobalData gd, LockmgrLock lock, int flags) {
        lock.assertMaySleep(gd, flags);
        if (lock.isHeldExclusivelyBy(gd.curThread)) {
            return LockmgrLock.done(gd, 0);
        }
        if (lock.count.isExclusive() || !lock.count.hasSharedCount()) {
            throw new KernelPanic("lockmgr_upgrade", "lockmgr: upgrade unowned lock");
        }
        return tryIt(gd, lock, lock.withOwnFlags(flags));
    }

    private static Flow tryIt(GlobalData gd, LockmgrLock lock, int flags) {
        if (lock.count.hasUpgradeRequest()) {
            gd.curThread.kernelStack.push(Frame.LOCK_UPGRADE_RELEASED, flags, 0, lock);
            return lock.release(gd);
        }
        if (lock.count.tryUpgrade()) {
            return lock.own(gd);
        }
        if ((flags & LockFlag.NOWAIT) != 0) {
            gd.curThread.kernelStack.push(Frame.SLEEP_RESULT, LockmgrLock.EBUSY);
            return lock.release(gd);
        }
        return lock.interlock(gd, Frame.LOCK_UPGRADE_INTERLOCKED, flags);
    }

    /** Somebody else upgrades, and the lock is released: it is asked for anew, unless that is not good enough. */
    static Flow released(GlobalData gd, LockmgrLock lock, int flags) {
        if ((flags & LockFlag.TYPE_MASK) == LockFlag.EXCLUPGRADE || (flags & LockFlag.NOWAIT) != 0) {
            return LockmgrLock.done(gd, LockmgrLock.EBUSY);
        }
        return LockmgrExclusive.request(gd, lock, flags);
    }

    static Flow makeRequest(GlobalData gd, LockmgrLock lock, int flags, long before) {
        if (lock.count.word != before) {
            return tryIt(gd, lock, flags);
        }
        lock.count.requestUpgrade();
        return awaitGrant(gd, lock, flags);
    }

    /** Context: interlocked. */
    static Flow awaitGrant(GlobalData gd, LockmgrLock lock, int flags) {
        if (!lock.count.hasUpgradeRequest()) {
            return granted(gd, lock);
        }
        if (lock.isCancelled(flags)) {
            return lock.giveUp(gd, lock.count.undoUpgradeRequest(), LockmgrLock.ENOLCK);
        }
        return lock.sleep(gd, Frame.LOCK_UPGRADE_AWAKE, flags);
    }

    private static Flow granted(GlobalData gd, LockmgrLock lock) {
        if (!lock.count.isExclusiveOnce()) {
            gd.kernel.kassert.failed("lockmgr_upgrade", "(count & LKC_XMASK) == 1");
        }
        return lock.own(gd);
    }

    static Flow awake(GlobalData gd, LockmgrLock lock, int flags) {
        int error = gd.curThread.result;
        if ((flags & LockFlag.SLEEPFAIL) != 0) {
            return lock.giveUp(gd, lock.count.undoUpgradeRequest(), error == 0 ? LockmgrLock.ENOLCK : error);
        }
        if (error != 0) {
            LockUndo undo = lock.count.undoUpgradeRequest();
            if (!undo.granted()) {
                return lock.done(gd, error, undo.wakeup());
            }
        }
        if (!lock.count.hasUpgradeRequest()) {
            return granted(gd, lock);
        }
        return lock.interlock(gd, Frame.LOCK_UPGRADE_WAIT_INTERLOCKED, flags);
    }
}
