// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code lk_count} of a lock: how often it is held, and the requests that wait. Each method is one atomic change of the
 * word; those that answer a boolean {@code wakeup} leave it to the caller to wake the lock's sleepers.
 */
@Ports("sys/kern/kern_lock.c")
final class LockCount {
    /** Somebody waits for the shared holders to go. Never set first while the lock is held exclusively. */
    private static final long EXREQ = 0x0000000040000000L;
    /** The shared counts are granted; also set in a free lock, where it only saves a step. */
    private static final long SHARED = 0x0000000020000000L;
    /** One of the shared holders waits for the others to go. */
    private static final long UPREQ = 0x0000000010000000L;
    /** More exclusive requests, which wait for an EXREQ or an exclusive holder to go. */
    private static final long EXREQ2 = 0x0000000008000000L;

    private static final long CANCEL = 0x0000000004000000L;
    private static final long XMASK = 0x0000000003ffffffL;
    private static final long SMASK = 0xffffffff00000000L;
    private static final long SCOUNT = 0x0000000100000000L;
    private static final int SSHIFT = 32;

    long word;

    boolean isExclusive() {
        return (word & XMASK) != 0;
    }

    boolean isExclusiveOnce() {
        return (word & XMASK) == 1;
    }

    /** Whether somebody holds the lock shared, or has counted itself and waits for the grant. */
    boolean hasSharedCount() {
        return (word & SMASK) != 0;
    }

    /** Whether the shared counts are granted. */
    boolean isShared() {
        return (word & SHARED) != 0;
    }

    boolean hasExclusiveRequest() {
        return (word & EXREQ) != 0;
    }

    boolean hasExclusiveRequests() {
        return (word & (EXREQ | EXREQ2)) != 0;
    }

    boolean hasUpgradeRequest() {
        return (word & UPREQ) != 0;
    }

    /** Whether the one request for the lock as a whole that is possible has been made. */
    boolean isRequested() {
        return (word & (EXREQ | UPREQ)) != 0;
    }

    boolean isCancelled() {
        return (word & CANCEL) != 0;
    }

    /** The exclusive holder takes the lock once more. */
    void recurse() {
        word++;
    }

    // Shared.

    void addShared() {
        word += SCOUNT;
    }

    /** Grants the shared counts if nothing is in the way; answers whether they are granted. */
    boolean grantShared(boolean pastRequests) {
        long obstacles = pastRequests ? XMASK : XMASK | EXREQ | UPREQ;
        if ((word & obstacles) == 0) {
            word |= SHARED;
        }
        return isShared();
    }

    /** Takes a shared count back and grants what waits behind the last one; answers wakeup. */
    @Ports("sys/kern/kern_lock.c#undo_shreq")
    boolean undoShared() {
        word -= SCOUNT;
        if ((word & (EXREQ | UPREQ | CANCEL)) == 0 || (word & (SMASK | XMASK)) != 0) {
            return false;
        }
        if (hasUpgradeRequest()) {
            word = (word + 1) & ~(UPREQ | CANCEL | SHARED);
        } else if (hasExclusiveRequest()) {
            word = (word + 1) & ~(EXREQ | EXREQ2 | CANCEL | SHARED);
        } else {
            word &= ~CANCEL;
        }
        return true;
    }

    /** A shared holder goes; answers wakeup. Context: granted. */
    boolean releaseShared() {
        if ((word & (EXREQ | UPREQ | SMASK)) == SCOUNT) {
            word = (word - SCOUNT) & ~CANCEL;
            return false;
        }
        // What the source writes out for the last holder before a request is what undoing the count does.
        return undoShared();
    }

    // Exclusive.

    /** Takes the lock if nobody holds or requests it. */
    boolean tryExclusive() {
        if ((word & (UPREQ | EXREQ | XMASK)) != 0 || isShared() && hasSharedCount()) {
            return false;
        }
        word = (word + 1) & ~SHARED;
        return true;
    }

    /** Becomes the exclusive request; answers false if there is one, or a holder, and asks for a wakeup instead. */
    boolean requestExclusive() {
        if ((word & (EXREQ | XMASK)) != 0) {
            word |= EXREQ2;
            return false;
        }
        word |= EXREQ;
        return true;
    }

    /** Takes the exclusive request back, or takes the lock if nobody has it. */
    @Ports("sys/kern/kern_lock.c#undo_exreq")
    LockUndo undoExclusiveRequest() {
        long before = word;
        if ((before & EXREQ) == 0) {
            return LockUndo.GRANTED;
        }
        word = before & ~(EXREQ | EXREQ2);
        if ((before & XMASK) != 0) {
            return (before & (EXREQ2 | UPREQ)) == EXREQ2 ? LockUndo.UNDONE_WAKEUP : LockUndo.UNDONE;
        }
        if ((before & UPREQ) != 0) {
            return LockUndo.UNDONE;
        }
        if ((before & SHARED) != 0 && (before & SMASK) != 0) {
            return LockUndo.UNDONE_WAKEUP;
        }
        word++;
        return (before & (EXREQ2 | SHARED)) != 0 ? LockUndo.GRANTED_WAKEUP : LockUndo.GRANTED;
    }

    /** The exclusive holder goes, or the last of its counts, which a request gets; answers wakeup. */
    boolean releaseExclusive() {
        long before = word;
        if ((before & XMASK) != 1) {
            word--;
            return false;
        }
        if ((before & (UPREQ | EXREQ)) == 0) {
            word = (before - 1) & ~(CANCEL | EXREQ2) | SHARED;
            return (before & (SMASK | EXREQ2)) != 0;
        }
        word &= (before & UPREQ) != 0 ? ~UPREQ : ~EXREQ;
        return true;
    }

    /** The exclusive holder becomes a shared one; answers wakeup. */
    boolean downgrade() {
        long before = word;
        word = (before & ~(XMASK | EXREQ2)) + ((before & XMASK) << SSHIFT) | SHARED;
        return (before & (SMASK | EXREQ2)) != 0;
    }

    // Upgrade.

    /** The only shared holder becomes the exclusive one. */
    boolean tryUpgrade() {
        if ((word & SMASK) != SCOUNT) {
            return false;
        }
        word = (word - SCOUNT + 1) & ~SHARED;
        return true;
    }

    /** A shared holder turns its count into the upgrade request. */
    void requestUpgrade() {
        word = (word - SCOUNT) | UPREQ;
    }

    /**
     * Takes the upgrade request back; the shared count that was given for it is lost. As in the source, an exclusive request
     * is granted at once, though others may still share the lock: they cannot release it any more.
     */
    @Ports("sys/kern/kern_lock.c#undo_upreq")
    LockUndo undoUpgradeRequest() {
        long before = word;
        if ((before & UPREQ) == 0) {
            return LockUndo.GRANTED;
        }
        word = before & ~UPREQ;
        if ((before & XMASK) != 0) {
            return LockUndo.UNDONE;
        }
        if ((before & EXREQ) != 0) {
            word = (word + 1) & ~(EXREQ | EXREQ2);
            return LockUndo.UNDONE_WAKEUP;
        }
        if ((before & SMASK) != 0) {
            word |= SHARED;
        }
        return isShared() ? LockUndo.UNDONE_WAKEUP : LockUndo.UNDONE;
    }

    // Cancel.

    /** Answers wakeup. */
    boolean cancel() {
        boolean wakeup = (word & (EXREQ | EXREQ2 | SMASK | UPREQ)) != 0;
        word |= CANCEL;
        return wakeup;
    }

    void endCancel() {
        word &= ~CANCEL;
    }
}
