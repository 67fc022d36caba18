// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.ReqFlag;

/**
 * Whether anything can still happen besides ticks, and polling turns that find what they found before. A turn is in vain if
 * nothing came of it that anybody could notice; when every CPU that polls has had some of these, with nothing else in
 * between and nothing on its way, all that follows would be the same again.
 */
final class Stillness {
    /** A waiter may look only in every other turn. */
    private static final int VAIN_TURNS = 4;

    private final EventQueue queue;
    private final SimCpu[] cpus;
    private final SlowPeriods slowPeriods;
    private final Callouts callouts;
    private final IpiDelivery ipis;
    private final SoftClock[] softClocks;
    private final boolean passiveTick;

    /** Of each CPU: what it had noticed at the end of its last turn, and how many turns in a row noticed no more. */
    private final long[] noticed;

    private final int[] vainTurns;

    /** Changes with everything that can make a difference to somebody who waits. */
    private long activity;

    Stillness(
            EventQueue queue,
            SimCpu[] cpus,
            SlowPeriods slowPeriods,
            Callouts callouts,
            IpiDelivery ipis,
            SoftClock[] softClocks,
            boolean passiveTick) {
        this.passiveTick = passiveTick;
        this.queue = queue;
        this.cpus = cpus;
        this.slowPeriods = slowPeriods;
        this.callouts = callouts;
        this.ipis = ipis;
        this.softClocks = softClocks;
        noticed = new long[cpus.length];
        vainTurns = new int[cpus.length];
    }

    /** Something happens that is neither a tick nor a polling turn. */
    void disturb() {
        activity++;
    }

    /** Another number with everything that can make a difference to somebody who waits. */
    long activity() {
        return activity;
    }

    /** Whether all CPUs are halted, and nothing is on its way to them. */
    boolean isHalted() {
        return queue.size() <= cpus.length + slowPeriods.waiting() && isNothingOnItsWay();
    }

    /**
     * A polling turn of the CPU is over.
     *
     * @return whether all that follows would be the same again
     */
    boolean isStillAfterTurn(SimCpu cpu) {
        if (noticed[cpu.id] != activity || cpu.at == Flow.FETCH) {
            noticed[cpu.id] = activity;
            vainTurns[cpu.id] = 0;
            return false;
        }
        // Looking once is enough: whatever it is that goes on elsewhere, its end disturbs.
        return ++vainTurns[cpu.id] == VAIN_TURNS && isStill();
    }

    private boolean isStill() {
        int polling = 0;
        for (SimCpu cpu : cpus) {
            if (cpu.isPolling()) {
                polling++;
                if (noticed[cpu.id] != activity || vainTurns[cpu.id] < VAIN_TURNS) {
                    return false;
                }
            }
        }
        return queue.size() <= cpus.length + slowPeriods.waiting() + polling && isNothingOnItsWay();
    }

    private boolean isNothingOnItsWay() {
        if (callouts.isArmed() || ipis.isDropped()) {
            return false;
        }
        for (SimCpu cpu : cpus) {
            if (!cpu.stopped && hasWork(cpu.gd) || softClocks[cpu.id].runs()) {
                return false;
            }
        }
        return true;
    }

    /** Messages without an interrupt are found by a tick. */
    private boolean hasWork(GlobalData gd) {
        return passiveTick && gd.ipi().hasMessages()
                || (gd.reqFlags() & (ReqFlag.IPIQ | ReqFlag.INTPEND | ReqFlag.TIMER)) != 0
                        && gd.curThread() == gd.idleThread();
    }
}
