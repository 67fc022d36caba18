// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.snapshot.Canonical;
import org.lwkt.runtime.snapshot.StateHasher;

/** Where one CPU stands in virtual time. */
final class SimCpu implements Canonical {
    private static final int FULL_SPEED = 100;

    final int id;
    final GlobalData gd;

    /** The wait point at which it stands. */
    Flow at = Flow.IDLE;
    /** The declared thread whose instruction or segment runs, at {@link Flow#FETCH}. */
    SimThread thread;
    /** When it goes on by itself: at the end of the segment, at the fetch or at the next polling turn. */
    long dueNs;
    /** Until when what it did before keeps it busy, at {@link Flow#IDLE}. */
    long busyUntilNs;
    /** Who polls, at {@link Flow#SPIN}. */
    LwktThread spinner;
    /** Whether it is in the loop of {@code Xcpustop}; {@link #at} is where it goes on then. */
    boolean stopped;
    /** How much time it takes for what it does, in percent of what that takes otherwise. */
    int percent = FULL_SPEED;

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
        hasher.word(at == Flow.IDLE ? busyUntilNs : 0);
        hasher.word(stopped ? 1 : 0);
        hasher.word(percent);
    }

    /** Whether its next turn only looks whether it can go on. */
    boolean isPolling() {
        return !stopped && (at == Flow.SPIN || at == Flow.IDLE && gd.lwktReschedWanted());
    }

    /** How long this CPU is busy with what takes {@code workNs} at full speed, rounded up. */
    long durationNs(long workNs) {
        if (percent == FULL_SPEED) {
            return workNs;
        }
        long whole = workNs / FULL_SPEED;
        if (whole >= SimTime.NEVER / percent) {
            return SimTime.NEVER;
        }
        return SimTime.plus(whole * percent, (workNs % FULL_SPEED * percent + FULL_SPEED - 1) / FULL_SPEED);
    }

    /** The work that takes {@code durationNs} here, rounded up. */
    long workNs(long durationNs) {
        if (percent == FULL_SPEED) {
            return durationNs;
        }
        return durationNs / percent * FULL_SPEED + (durationNs % percent * FULL_SPEED + percent - 1) / percent;
    }
}
