// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lockmgr_shared()} in its steps, from top to bottom. */
final class LockmgrShared {
    private LockmgrShared() {}

    /** Asks for the lock; the exclusive holder gets it exclusively once more. Context: thread. */
    @Ports("sys/kern/kern_lock.c#lockmgr_shared")
    static Flow request(GlobalData gd, LockmgrLock lock, int requestFlags) {
        lock.assertMaySleep(gd, requestFlags);
        int flags = lock.withOwnFlags(requestFlags);
        if (lock.isHeldExclusivelyBy(gd.curThread)) {
            return lock.recurse(gd, flags, "lockmgr_shared");
        }
        return behindRequests(gd, lock, flags);
    }

    private static boolean passesRequests(GlobalData gd) {
        return gd.curThread.has(ThreadFlag.DEADLKTREAT);
    }

    /** While the lock is shared and somebody wants it exclusively, nobody new may share it. */
    private static boolean isHeldUp(LockCount count) {
        return count.isShared() && count.isRequested();
    }

    private static Flow behindRequests(GlobalData gd, LockmgrLock lock, int flags) {
        if (passesRequests(gd) || !isHeldUp(lock.count)) {
            return count(gd, lock, flags);
        }
        if (lock.isCancelled(flags)) {
            return LockmgrLock.done(gd, LockmgrLock.ENOLCK);
        }
        if ((flags & LockFlag.NOWAIT) != 0) {
            return LockmgrLock.done(gd, LockmgrLock.EBUSY);
        }
        return lock.interlock(gd, Frame.LOCK_SHARED_BEHIND_INTERLOCKED, flags);
    }

    static Flow behindInterlocked(GlobalData gd, LockmgrLock lock, int flags) {
        if (isHeldUp(lock.count)) {
            return lock.sleep(gd, Frame.LOCK_SHARED_BEHIND_AWAKE, flags);
        }
        return count(gd, lock, flags);
    }

    static Flow behindAwake(GlobalData gd, LockmgrLock lock, int flags) {
        return gd.curThread.result == 0 ? behindRequests(gd, lock, flags) : Flow.RETURN;
    }

    private static Flow count(GlobalData gd, LockmgrLock lock, int flags) {
        lock.count.addShared();
        return awaitGrant(gd, lock, flags, false);
    }

    /** The count is made; it holds once somebody has set the SHARED bit. */
    private static Flow awaitGrant(GlobalData gd, LockmgrLock lock, int flags, boolean interlocked) {
        if (lock.count.grantShared(passesRequests(gd))) {
            return LockmgrLock.done(gd, 0);
        }
        if (lock.isCancelled(flags)) {
            return undo(gd, lock, LockmgrLock.ENOLCK);
        }
        if ((flags & LockFlag.NOWAIT) != 0) {
            return undo(gd, lock, LockmgrLock.EBUSY);
        }
        return interlocked
                ? lock.sleep(gd, Frame.LOCK_SHARED_AWAKE, flags)
                : lock.interlock(gd, Frame.LOCK_SHARED_INTERLOCKED, flags);
    }

    static Flow interlocked(GlobalData gd, LockmgrLock lock, int flags) {
        return awaitGrant(gd, lock, flags, true);
    }

    static Flow awake(GlobalData gd, LockmgrLock lock, int flags) {
        int error = gd.curThread.result;
        if ((flags & LockFlag.SLEEPFAIL) != 0) {
            return undo(gd, lock, LockmgrLock.ENOLCK);
        }
        if (error != 0) {
            return undo(gd, lock, error);
        }
        if (lock.count.isShared()) {
            return LockmgrLock.done(gd, 0);
        }
        return lock.interlock(gd, Frame.LOCK_SHARED_INTERLOCKED, flags);
    }

    private static Flow undo(GlobalData gd, LockmgrLock lock, int error) {
        return lock.done(gd, error, lock.count.undoShared());
    }
}
