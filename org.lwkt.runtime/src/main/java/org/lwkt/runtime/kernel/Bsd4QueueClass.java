// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The 32 run queues of one scheduling class, and the bits that say which of them hold anybody. */
final class Bsd4QueueClass {
    /** {@code NQS}. */
    static final int QUEUES = 32;

    private final LwpQueue[] queues = new LwpQueue[QUEUES];
    private int bits;

    Bsd4QueueClass() {
        for (int i = 0; i < QUEUES; i++) {
            queues[i] = new LwpQueue();
        }
    }

    void insertTail(Lwp lp) {
        queues[lp.rqIndex].insertTail(lp);
        bits |= 1 << lp.rqIndex;
    }

    void remove(Lwp lp) {
        LwpQueue queue = queues[lp.rqIndex];
        queue.remove(lp);
        if (queue.isEmpty()) {
            bits &= ~(1 << lp.rqIndex);
        }
    }

    /** The first lwp of the best queue that may run on {@code cpu}, or null. */
    Lwp firstFor(int cpu) {
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            Lwp lp = queues[Integer.numberOfTrailingZeros(rest)].first();
            while (lp != null && !lp.mayRunOn(cpu)) {
                lp = lp.procqNext;
            }
            if (lp != null) {
                return lp;
            }
        }
        return null;
    }
}
