// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.SleepQueue;

/** The kernel's names of what calls answer instead of 0, from sys/errno.h. */
public enum Errno {
    /** A signal of those that interrupt system calls. */
    EINTR(SleepQueue.EINTR),
    /** Another signal: the system call is to be made again. */
    ERESTART(SleepQueue.ERESTART),
    /** The timeout. */
    EWOULDBLOCK(SleepQueue.EWOULDBLOCK),
    /** Somebody else has the lock. */
    EBUSY(LockmgrLock.EBUSY),
    /** The lock was not taken after all. */
    ENOLCK(LockmgrLock.ENOLCK),
    /** There is no such message. */
    ENOENT(LwktMsg.ENOENT),
    /** The reply comes later. */
    EASYNC(LwktMsg.EASYNC);

    private final int value;

    Errno(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
