// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** What undoing a request for a lock found, and whether the waiters are to be woken up for it. */
enum LockUndo {
    UNDONE(false, false),
    UNDONE_WAKEUP(false, true),
    /** It was granted before. */
    GRANTED(true, false),
    /** It was granted instead of being undone, as nobody else has the lock. */
    GRANTED_WAKEUP(true, true);

    private final boolean granted;
    private final boolean wakeup;

    LockUndo(boolean granted, boolean wakeup) {
        this.granted = granted;
        this.wakeup = wakeup;
    }

    boolean granted() {
        return granted;
    }

    boolean wakeup() {
        return wakeup;
    }
}
