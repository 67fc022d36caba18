// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Lwp;

/** {@code schedcpu()}: once a second, on CPU 0, the user scheduler is told what each lwp used. */
final class SchedCpu {
    private static final int DONE = Integer.MAX_VALUE;

    private final ThreadTable threads;
    private long second;
    /** Whose turn it is next. */
    private int next = DONE;

    SchedCpu(ThreadTable threads) {
        this.threads = threads;
    }

    /** A tick of the CPU has come. */
    void tick(GlobalData gd, long clockSeconds) {
        if (gd.cpuId() == 0 && clockSeconds != second) {
            second = clockSeconds;
            next = 0;
        }
    }

    boolean isDue() {
        return next != DONE;
    }

    /** The next lwp to look at; null when all had their turn. */
    Lwp next() {
        while (next < threads.end()) {
            SimThread thread = threads.get(next++);
            if (thread != null && !thread.ended && thread.td != null && thread.td.lwp() != null) {
                return thread.td.lwp();
            }
        }
        next = DONE;
        return null;
    }
}
