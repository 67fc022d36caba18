// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Unhashed;

/** The events that are due at one nanosecond, in the fixed order. Valid until the chooser that was asked has answered. */
public final class DueEvents {
    private final EventQueue queue;

    @Unhashed
    private int[] slots = new int[1];

    @Unhashed
    private int count;

    DueEvents(EventQueue queue) {
        this.queue = queue;
    }

    /** Reads what is due first; the queue must not be empty. */
    void read() {
        if (slots.length < queue.size()) {
            slots = new int[2 * queue.size()];
        }
        count = queue.copyDue(slots);
        for (int from = 1; from < count; from++) {
            int slot = slots[from];
            long rank = queue.rank(slot);
            int at = from;
            while (at > 0 && queue.rank(slots[at - 1]) > rank) {
                slots[at] = slots[at - 1];
                at--;
            }
            slots[at] = slot;
        }
    }

    public int count() {
        return count;
    }

    public long timeNs() {
        return queue.firstTimeNs();
    }

    /** One of {@link EventKind}. */
    public int kind(int place) {
        return FixedOrder.kind(queue.rank(slots[place]));
    }

    /** Where it happens. */
    public int cpu(int place) {
        return FixedOrder.cpu(queue.rank(slots[place]));
    }

    int slot(int place) {
        return slots[java.util.Objects.checkIndex(place, count)];
    }
}
