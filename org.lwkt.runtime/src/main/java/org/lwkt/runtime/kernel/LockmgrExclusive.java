// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lockmgr_exclusive()} in its steps, from top to bottom. */
final class LockmgrExclusive {
    private LockmgrExclusive() {}

    /** Asks for the lock. Context: thread. */
    @Ports("sys/kern/kern_lock.c#lockmgr_exclusive")
    static Flow request(GlobalData gd, LockmgrLock lock, int requestFlags) {
        lock.assertMaySleep(gd, requestFlags);
        int flags = lock.withOwnFlags(requestFlags);
        if (lock.isHeldExclusivelyBy(gd.curThread)) {
            return lock.recurse(gd, flags, "lockmgr_exclusive");
        }
        return tryIt(gd, lock, flags);
    }

    private static Flow tryIt(GlobalData gd, LockmgrLock lock, int flags) {
        if (lock.count.tryExclusive()) {
            return lock.own(gd);
        }
        if (lock.isCancelled(flags)) {
            return LockmgrLock.done(gd, LockmgrLock.ENOLCK);
        }
        if ((flags & LockFlag.NOWAIT) != 0) {
            return LockmgrLock.done(gd, LockmgrLock.EBUSY);
        }
        return lock.interlock(gd, Frame.LOCK_EXCLUSIVE_INTERLOCKED, flags);
    }

    /** Becomes the one exclusive request, or waits until there is none. */
    static Flow makeRequest(GlobalData gd, LockmgrLock lock, int flags, long before) {
        if (lock.count.word != before) {
            return again(gd, lock, flags, 0);
        }
        if (lock.count.requestExclusive()) {
            return awaitGrant(gd, lock, flags);
        }
        return lock.sleep(gd, Frame.LOCK_EXCLUSIVE_BEHIND_AWAKE, flags);
    }

    static Flow again(GlobalData gd, LockmgrLock lock, int flags, int error) {
        if (error != 0) {
            return LockmgrLock.done(gd, error);
        }
        if ((flags & LockFlag.SLEEPFAIL) != 0) {
            return LockmgrLock.done(gd, LockmgrLock.ENOLCK);
        }
        return tryIt(gd, lock, flags);
    }

    /** Who grants the request counts for it, but does not know whose it is. Context: interlocked. */
    static Flow awaitGrant(GlobalData gd, LockmgrLock lock, int flags) {
        if (!lock.count.hasExclusiveRequest()) {
            return granted(gd, lock);
        }
        if (lock.isCancelled(flags)) {
            return lock.giveUp(gd, lock.count.undoExclusiveRequest(), LockmgrLock.ENOLCK);
        }
        return lock.sleep(gd, Frame.LOCK_EXCLUSIVE_AWAKE, flags);
    }

    private static Flow granted(GlobalData gd, LockmgrLock lock) {
        if (!lock.count.isExclusive()) {
            gd.kernel.kassert.failed("lockmgr_exclusive", "count & LKC_XMASK");
        }
        return lock.own(gd);
    }

    static Flow awake(GlobalData gd, LockmgrLock lock, int flags) {
        int error = gd.curThread.result;
        if ((flags & LockFlag.SLEEPFAIL) != 0) {
            return lock.giveUp(gd, lock.count.undoExclusiveRequest(), error == 0 ? LockmgrLock.ENOLCK : error);
        }
        if (error != 0) {
            return sleepFailed(gd, lock, error);
        }
        if (!lock.count.hasExclusiveRequest()) {
            return granted(gd, lock);
        }
        return lock.interlock(gd, Frame.LOCK_EXCLUSIVE_WAIT_INTERLOCKED, flags);
    }

    private static Flow sleepFailed(GlobalData gd, LockmgrLock lock, int error) {
        LockUndo undo = lock.count.undoExclusiveRequest();
        if (!undo.granted()) {
            return lock.done(gd, error, undo.wakeup());
        }
        if (!undo.wakeup()) {
            return lock.own(gd);
        }
        gd.curThread.kernelStack.push(Frame.LOCK_OWN, 0, 0, lock);
        return gd.sleepQueue.wakeup(lock);
    }
}
