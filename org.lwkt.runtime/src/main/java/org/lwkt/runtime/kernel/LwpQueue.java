// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct rq}: a list of lwps, linked by their {@code lwp_procq}. */
final class LwpQueue {
    private Lwp first;
    private Lwp last;

    Lwp first() {
        return first;
    }

    boolean isEmpty() {
        return first == null;
    }

    void insertTail(Lwp lp) {
        lp.procqPrev = last;
        if (last == null) {
            first = lp;
        } else {
            last.procqNext = lp;
        }
        last = lp;
    }

    void remove(Lwp lp) {
        if (lp.procqPrev == null) {
            first = lp.procqNext;
        } else {
            lp.procqPrev.procqNext = lp.procqNext;
        }
        if (lp.procqNext == null) {
            last = lp.procqPrev;
        } else {
            lp.procqNext.procqPrev = lp.procqPrev;
        }
        lp.procqNext = null;
        lp.procqPrev = null;
    }
}
