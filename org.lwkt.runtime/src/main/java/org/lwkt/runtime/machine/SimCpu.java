// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.snapshot.Canonical;
import org.lwkt.runtime.snapshot.StateHasher;

/** Where one CPU stands in virtual time. */
final class SimCpu implements Canonical {
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

    /** Without what is left of an earlier wait point; when it goes on stands in the queue. */
    @Override
    public void describe(StateHasher hasher) {
        hasher.reference(gd);
        hasher.reference(at);
        hasher.reference(at == Flow.FETCH ? thread : null);
        hasher.reference(at == Flow.SPIN ? spinner : null);
    }
}
