// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.ThreadBody;

/**
 * The soft clock of one CPU, as far as user threads need a thread for it: to end one's sleep takes its token, which an
 * interrupt cannot wait for.
 */
final class SoftClock implements ThreadBody {
    /** The timer's function returns. */
    private static final Continuation TIMER_RETURN =
            (gd, td, operand) -> gd.interrupts().fastLeave();

    private final SimClock clock;
    private final MachineObserver observer;
    private final Callouts callouts;
    private final SchedCpu schedCpu;
    private LwktThread td;
    private boolean runs;

    SoftClock(SimClock clock, MachineObserver observer, Callouts callouts, SchedCpu schedCpu) {
        this.clock = clock;
        this.observer = observer;
        this.callouts = callouts;
        this.schedCpu = schedCpu;
    }

    /** @param newTd its thread, not scheduled; until it is given there is nothing to do */
    void start(LwktThread newTd) {
        td = newTd;
    }

    /** Its thread, or null. */
    LwktThread td() {
        return td;
    }

    /** Whether its thread has something to do. */
    boolean runs() {
        return runs;
    }

    /** A tick of the CPU has come; answers whether the thread has to be woken. */
    boolean tick(GlobalData gd, long clockSeconds) {
        if (td == null) {
            return false;
        }
        schedCpu.tick(gd, clockSeconds);
        return !runs && (callouts.firstExpired(gd.cpuId()) != null || gd.cpuId() == 0 && schedCpu.isDue());
    }

    /** The timer's interrupt: wakes the thread. */
    Flow wakeup(GlobalData gd) {
        runs = true;
        gd.interrupts().fastEnter();
        gd.pushContinuation(TIMER_RETURN, 0);
        return gd.scheduler().schedule(td);
    }

    @Override
    public Flow fetch(GlobalData gd, LwktThread self) {
        SimThread sleeper = callouts.firstExpired(gd.cpuId());
        if (sleeper != null) {
            callouts.disarm(sleeper);
            observer.timedOut(clock.nowNs, gd.cpuId(), sleeper.index);
            return gd.sleepQueue().endtsleep(sleeper.td);
        }
        Lwp lp = gd.cpuId() == 0 ? schedCpu.next() : null;
        if (lp != null) {
            return gd.schedClock().stats(lp);
        }
        runs = false;
        gd.scheduler().descheduleSelf(self);
        return gd.scheduler().switchThread();
    }
}
