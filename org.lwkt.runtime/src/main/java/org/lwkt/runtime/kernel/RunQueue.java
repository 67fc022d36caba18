// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * {@code gd_tdrunq} in the exact order of the C list, with the cost of {@code lwkt_schedulerclock()}'s rotation and of
 * the usual insertion independent of its length: the threads of one priority stand together, and the first and last of
 * each priority are known. Only a list that has lost the order by {@code td_upri} is scanned as in C. As in
 * {@link TailQueue}, what would corrupt the list panics.
 */
final class RunQueue {
    private static final int PRIORITIES = ThreadPriority.MAX + 1;

    private final KernelObserver names;
    private LwktThread head;
    private LwktThread tail;
    private int count;

    private final LwktThread[] firstOf = new LwktThread[PRIORITIES];
    private final LwktThread[] lastOf = new LwktThread[PRIORITIES];
    /** Bit p: some thread has priority p. */
    private int present;
    /** Bit p: the threads of priority p may be out of the order by td_upri. */
    private int unsorted;
    /** A priority outside 0..31 is or was on the list, so that nothing but the list itself is kept until it is empty. */
    private boolean plain;

    RunQueue(KernelObserver names) {
        this.names = names;
    }

    LwktThread first() {
        return head;
    }

    static LwktThread next(LwktThread td) {
        return td.runqNext;
    }

    /** {@code gd_tdrunqcount}. */
    int count() {
        return count;
    }

    boolean isEmpty() {
        return head == null;
    }

    void forEach(Consumer<LwktThread> action) {
        for (LwktThread td = head; td != null; td = td.runqNext) {
            action.accept(td);
        }
    }

    /** Inserts behind all threads of higher priority, and among equals behind those of equal or higher td_upri. */
    @Ports("sys/kern/lwkt_thread.c#_lwkt_enqueue")
    void insert(LwktThread td) {
        if (td.runq != null) {
            throw panic("insert", td);
        }
        int pri = td.pri;
        if (pri < 0 || pri >= PRIORITIES) {
            becomePlain();
        }
        if (plain || (unsorted & 1 << pri) != 0) {
            linkAfter(scanPlace(td), td);
        } else {
            linkAfter(sortedPlace(td), td);
        }
    }

    void remove(LwktThread td) {
        if (td.runq != this) {
            throw panic("remove", td);
        }
        LwktThread prev = td.runqPrev;
        LwktThread next = td.runqNext;
        if (!plain) {
            forget(td);
        }
        if (prev == null) {
            head = next;
        } else {
            prev.runqNext = next;
        }
        if (next == null) {
            tail = prev;
        } else {
            next.runqPrev = prev;
        }
        td.runq = null;
        td.runqNext = null;
        td.runqPrev = null;
        count--;
        if (head == null) {
            plain = false;
            unsorted = 0;
        }
    }

    /** Moves the head behind the last thread of its priority; answers whether there was another one. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_schedulerclock")
    boolean rotateHead() {
        LwktThread td = head;
        LwktThread next = td.runqNext;
        if (next == null || next.pri != td.pri) {
            return false;
        }
        LwktThread last = plain ? lastEqual(td) : lastOf[td.pri];
        boolean sortLost = td.upri != last.upri;
        remove(td);
        linkAfter(last, td);
        if (sortLost && !plain) {
            unsorted |= 1 << td.pri;
        }
        return true;
    }

    /** td_upri of a queued thread was changed in place. */
    void upriChanged(LwktThread td) {
        if (!plain) {
            unsorted |= 1 << td.pri;
        }
    }

    /** td_pri of a queued thread was changed in place, which only a kernel without INVARIANTS lets happen. */
    void priChanged() {
        becomePlain();
    }

    private void becomePlain() {
        plain = true;
        present = 0;
        Arrays.fill(firstOf, null);
        Arrays.fill(lastOf, null);
    }

    /** The thread behind which {@code td} belongs, null for the front; only the order by td_upri is relied on. */
    private LwktThread sortedPlace(LwktThread td) {
        int pri = td.pri;
        LwktThread last = lastOf[pri];
        if (last == null) {
            int higher = present & ~((2 << pri) - 1);
            return higher == 0 ? null : lastOf[Integer.numberOfTrailingZeros(higher)];
        }
        LwktThread first = firstOf[pri];
        if (first.upri < td.upri) {
            return first.runqPrev;
        }
        while (last.upri < td.upri) {
            last = last.runqPrev;
        }
        return last;
    }

    /** The two scans of {@code _lwkt_enqueue()}, from both ends at once: which of them ends first decides. */
    private LwktThread scanPlace(LwktThread td) {
        LwktThread forward = head;
        LwktThread reverse = tail;
        while (forward != null && goesBefore(forward, td)) {
            forward = forward.runqNext;
            if (goesBefore(reverse, td)) {
                return reverse;
            }
            reverse = reverse.runqPrev;
        }
        return forward == null ? tail : forward.runqPrev;
    }

    private static boolean goesBefore(LwktThread queued, LwktThread td) {
        return queued.pri > td.pri || queued.pri == td.pri && queued.upri >= td.upri;
    }

    private static LwktThread lastEqual(LwktThread td) {
        LwktThread last = td;
        while (last.runqNext != null && last.runqNext.pri == td.pri) {
            last = last.runqNext;
        }
        return last;
    }

    private void linkAfter(LwktThread prev, LwktThread td) {
        LwktThread next = prev == null ? head : prev.runqNext;
        td.runq = this;
        td.runqPrev = prev;
        td.runqNext = next;
        if (prev == null) {
            head = td;
        } else {
            prev.runqNext = td;
        }
        if (next == null) {
            tail = td;
        } else {
            next.runqPrev = td;
        }
        count++;
        if (!plain) {
            remember(td);
        }
    }

    private void remember(LwktThread td) {
        int pri = td.pri;
        if (firstOf[pri] == null) {
            firstOf[pri] = td;
            lastOf[pri] = td;
            present |= 1 << pri;
        } else if (td.runqPrev == lastOf[pri]) {
            lastOf[pri] = td;
        } else if (td.runqNext == firstOf[pri]) {
            firstOf[pri] = td;
        }
    }

    private KernelPanic panic(String operation, LwktThread td) {
        return new KernelPanic("tailq", operation + " td_threadq " + names.name(td));
    }

    private void forget(LwktThread td) {
        int pri = td.pri;
        if (firstOf[pri] == td && lastOf[pri] == td) {
            firstOf[pri] = null;
            lastOf[pri] = null;
            present &= ~(1 << pri);
            unsorted &= ~(1 << pri);
        } else if (firstOf[pri] == td) {
            firstOf[pri] = td.runqNext;
        } else if (lastOf[pri] == td) {
            lastOf[pri] = td.runqPrev;
        }
    }
}
