// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.ReqFlag;

/**
 * When a stopped CPU takes the next turn of its loop, in which it looks for messages: soon after there are some. Turns that
 * would find none are left out, since they change nothing.
 */
final class StopLoop {
    private final SimClock clock;
    private final EventQueue queue;
    private final int firstSlot;
    private final long turnNs;
    private final boolean[] stopped;

    /** @param firstSlot of the queue, for the progress of CPU 0 */
    StopLoop(SimClock clock, EventQueue queue, int firstSlot, long turnNs, int cpus) {
        this.clock = clock;
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.turnNs = turnNs;
        stopped = new boolean[cpus];
    }

    void enter(GlobalData gd) {
        stopped[gd.cpuId()] = true;
        queue.cancel(firstSlot + gd.cpuId());
        look(gd);
    }

    void leave(GlobalData gd) {
        stopped[gd.cpuId()] = false;
        queue.cancel(firstSlot + gd.cpuId());
    }

    /** Something may have come for the CPU. */
    void look(GlobalData gd) {
        int cpu = gd.cpuId();
        if (!stopped[cpu] || queue.contains(firstSlot + cpu)) {
            return;
        }
        boolean found = (gd.reqFlags() & ReqFlag.IPIQ) != 0
                || gd.ipi().hasMessages()
                || gd.ipi().syncQueueLength() != 0;
        if (found) {
            queue.schedule(firstSlot + cpu, SimTime.plus(clock.nowNs, turnNs), EventKind.PROGRESS, cpu, 0);
        }
    }

    /** The turn is taken now. */
    void turn(GlobalData gd) {
        queue.cancel(firstSlot + gd.cpuId());
    }
}
