// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Continuation;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;

/**
 * The sleep timeouts, {@code td_slpcallout}: of each CPU a wheel of lists, one for each of its next ticks, as
 * kern_timeout.c has it. A thread has one timeout at most, so that it is its own entry and nothing is allocated. They fire
 * in an interrupt of their own behind a tick; where the tick comes in a critical section, behind the next one. Those of user
 * threads, whose sleep ends with their token held, are left to the {@link SoftClock}.
 */
final class Callouts implements Continuation {
    private static final int WHEEL = 256;
    /** The tick of those whose time is up. */
    private static final long EXPIRED = -1;

    private final SimClock clock;
    private final MachineObserver observer;
    private final CommandLog log;
    private final SimThread[] heads;
    private final SimThread[] tails;
    private final long[] ticks;
    private int armed;

    Callouts(SimClock clock, MachineObserver observer, CommandLog log, int cpus) {
        this.clock = clock;
        this.observer = observer;
        this.log = log;
        // Behind the wheels the lists of those whose time is up.
        heads = new SimThread[cpus * WHEEL + cpus];
        tails = new SimThread[cpus * WHEEL + cpus];
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

    private int list(int cpu, long tick) {
        return tick == EXPIRED ? ticks.length * WHEEL + cpu : cpu * WHEEL + (int) (tick & WHEEL - 1);
    }

    /** The user thread of the CPU whose sleep is over first, or null. */
    SimThread firstExpired(int cpu) {
        return heads[list(cpu, EXPIRED)];
    }

    /** A tick of the CPU has come; answers whether there is something to {@link #fire} and it may be done now. */
    boolean tick(GlobalData gd) {
        int cpu = gd.cpuId();
        ticks[cpu]++;
        LwktThread td = gd.curThread();
        boolean free = td.critCount() == 0 && td.nestCount() == 0;
        boolean found = false;
        SimThread next;
        for (SimThread thread = heads[list(cpu, ticks[cpu])]; thread != null; thread = next) {
            next = thread.calloutNext;
            if (thread.calloutTick != ticks[cpu]) {
                continue;
            }
            if (thread.user) {
                disarm(thread);
                insert(cpu, thread, EXPIRED);
            } else if (free) {
                found = true;
            } else {
                disarm(thread);
                insert(cpu, thread, ticks[cpu] + 1);
            }
        }
        return found;
    }

    private SimThread firstDue(int cpu) {
        SimThread thread = heads[list(cpu, ticks[cpu])];
        while (thread != null && thread.calloutTick != ticks[cpu]) {
            thread = thread.calloutNext;
        }
        return thread;
    }

    /** Wakes all whose time is up, in an interrupt of its own. */
    Flow fire(GlobalData gd) {
        gd.interrupts().fastEnter();
        return resume(gd, gd.curThread(), 0);
    }

    @Override
    public Flow resume(GlobalData gd, LwktThread interrupted, long operand) {
        int cpu = gd.cpuId();
        SimThread due = firstDue(cpu);
        if (due == null) {
            return gd.interrupts().fastLeave();
        }
        disarm(due);
        observer.timedOut(clock.nowNs, cpu, due.index);
        log.timedOut(cpu, due.index);
        gd.pushContinuation(this, 0);
        return gd.sleepQueue().endtsleep(due.td);
    }
}
