// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/** Where one CPU stands in virtual time. */
final class SimCpu {
    final int id;
    final GlobalData gd;

    /** The wait point at which it stands. */
    Flow at = Flow.IDLE;
    /** The declared thread whose instruction or segment runs, at {@link Flow#FETCH}. */
    SimThread thread;
    /** When it goes on by itself: at the end of the segment, at the fetch or at the next polling turn. */
    long dueNs;
    /** Who polls, at {@link Flow#SPIN}. */
    LwktThread spinner;

    SimCpu(GlobalData gd) {
        this.gd = gd;
        id = gd.cpuId();
    }
}
