// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Lwp;

/**
 * The sleep timeouts, {@code td_slpcallout}: of each CPU a wheel of lists, one for each of its next ticks, as
 * kern_timeout.c has it. A thread has one timeout at most, so that it is its own entry and nothing is allocated. They fire
 * in the soft clock of a tick; where the tick comes in a critical section, in that of the next.
 */
final class Callouts implements Continuation {
    private static final int WHEEL = 256;

    private final SimClock clock;
    private final MachineObserver observer;
    private final SimThread[] heads;
    private final SimThread[] tails;
    private final long[] ticks;
    private int armed;

    Callouts(SimClock clock, MachineObserver observer, int cpus) {
        this.clock = clock;
        this.observer = observer;
        heads = new SimThread[cpus * WHEEL];
        tails = new SimThread[cpus * WHEEL];
        ticks = new long[cpus];
    }

    /** Whether a timeout is pending anywhere. */
    boolean isArmed() {
        return armed > 0;
    }

    /** The thread's sleep on that CPU is over after so many of its ticks, at least 1. */
    void arm(int cpu, SimThread thread, int afterTicks) {
        disarm(thread);
        insert(cpu, thread, ticks[cpu] + afterTicks);
    }

    private void insert(int cpu, SimThread thread, long tick) {
        int list = list(cpu, tick);
        thread.calloutCpu = cpu;
        thread.calloutTick = tick;
        thread.calloutPrevious = tails[list];
        thread.calloutNext = null;
        if (tails[list] == null) {
            heads[list] = thread;
        } else {
            tails[list].calloutNext = thread;
        }
        tails[list] = thread;
        armed++;
    }

    /** Does nothing if the thread has no timeout. */
    void disarm(SimThread thread) {
        if (thread.calloutCpu < 0) {
            return;
        }
        int list = list(thread.calloutCpu, thread.calloutTick);
        if (thread.calloutPrevious == null) {
            heads[list] = thread.calloutNext;
        } else {
            thread.calloutPrevious.calloutNext = thread.calloutNext;
        }
        if (thread.calloutNext == null) {
            tails[list] = thread.calloutPrevious;
        } else {
            thread.calloutNext.calloutPrevious = thread.calloutPrevious;
        }
        thread.calloutNext = null;
        thread.calloutPrevious = null;
        thread.calloutCpu = -1;
        armed--;
    }

    private static int list(int cpu, long tick) {
        return cpu * WHEEL + (int) (tick & WHEEL - 1);
    }

    /** A tick of the CPU has come; answers whether its soft clock has something to do and may do it now. */
    boolean tick(GlobalData gd) {
        int cpu = gd.cpuId();
        ticks[cpu]++;
        if (heads[list(cpu, ticks[cpu])] == null || firstDue(cpu) == null) {
            return false;
        }
        LwktThread td = gd.curThread();
        if (td.critCount() == 0 && td.nestCount() == 0) {
            return true;
        }
        for (SimThread due = firstDue(cpu); due != null; due = firstDue(cpu)) {
            postpone(due);
        }
        return false;
    }

    private SimThread firstDue(int cpu) {
        SimThread thread = heads[list(cpu, ticks[cpu])];
        while (thread != null && thread.calloutTick != ticks[cpu]) {
            thread = thread.calloutNext;
        }
        return thread;
    }

    private void postpone(SimThread thread) {
        int cpu = thread.calloutCpu;
        disarm(thread);
        insert(cpu, thread, ticks[cpu] + 1);
    }

    /** The soft clock, an interrupt of its own: wakes all whose time is up. */
    Flow softclock(GlobalData gd) {
        gd.interrupts().fastEnter();
        return resume(gd, gd.curThread(), 0);
    }

    @Override
    public Flow resume(GlobalData gd, LwktThread interrupted, long operand) {
        for (SimThread due = firstDue(gd.cpuId()); due != null; due = firstDue(gd.cpuId())) {
            if (isTokenFree(due.td.lwp())) {
                disarm(due);
                observer.timedOut(clock.nowNs, gd.cpuId(), due.index);
                gd.pushContinuation(this, 0);
                return gd.sleepQueue().endtsleep(due.td);
            }
            // The soft clock would wait for the token; an interrupt cannot.
            postpone(due);
        }
        return gd.interrupts().fastLeave();
    }

    private static boolean isTokenFree(Lwp lp) {
        return lp == null || !lp.token().isExclusive() && lp.token().holds() == 0;
    }
}
