// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/**
 * When CPUs become slow and fast again: for each such fault a slot of the queue from {@code firstSlot} on, which holds the
 * start of its period and then the end. Where periods overlap, the one that started last counts until it ends.
 */
final class SlowPeriods {
    private static final int FULL_SPEED = 100;

    private final EventQueue queue;
    private final int firstSlot;
    private final Faults faults;
    private final boolean[] begun;
    /** Slots in the queue; they do not keep a run alive. */
    private int waiting;

    SlowPeriods(EventQueue queue, int firstSlot, Faults faults) {
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.faults = faults;
        begun = new boolean[faults.count()];
    }

    int waiting() {
        return waiting;
    }

    void start() {
        for (int index = 0; index < faults.count(); index++) {
            FaultSpec fault = faults.fault(index);
            if (fault.kind() == FaultKind.CPU_SLOW) {
                waiting++;
                queue.schedule(firstSlot + index, fault.fromNs(), EventKind.SPEED, fault.target(), index);
            }
        }
    }

    /** Whose period begins or ends in that slot. */
    int cpu(int slot) {
        return faults.fault(slot - firstSlot).target();
    }

    /**
     * The period of that slot begins or ends now.
     *
     * @param thread the machine's number for the current thread of the CPU
     * @return how much time the CPU takes from now on, in percent
     */
    int advance(int slot, int thread) {
        int index = slot - firstSlot;
        FaultSpec fault = faults.fault(index);
        int percent = begun[index] ? FULL_SPEED : fault.percent();
        if (begun[index]) {
            waiting--;
            queue.cancel(slot);
        } else {
            begun[index] = true;
            queue.schedule(slot, fault.untilNs(), EventKind.SPEED, fault.target(), index);
        }
        faults.report(index, fault.target(), thread, percent);
        return percent;
    }
}
