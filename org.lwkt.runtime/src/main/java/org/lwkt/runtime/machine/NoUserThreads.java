// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.UserScheduler;

/** The user scheduler of a machine whose threads all are kernel threads: nobody asks it. */
final class NoUserThreads implements UserScheduler {
    @Override
    public Flow acquireCurproc(GlobalData gd, Lwp lp) {
        throw new IllegalStateException("a machine without user threads has no current process");
    }

    @Override
    public Flow releaseCurproc(GlobalData gd, Lwp lp) {
        throw new IllegalStateException("a machine without user threads has no current process");
    }
}
