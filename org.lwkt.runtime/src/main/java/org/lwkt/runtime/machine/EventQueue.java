// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;
import org.lwkt.runtime.snapshot.Canonical;
import org.lwkt.runtime.snapshot.StateHasher;

/**
 * What is due and when: a binary heap over primitive arrays, ordered by time and then by the rank that the
 * {@link TieBreak} gives. An event is a <em>slot</em>, a small number that its owner chose; a slot is in the queue at most
 * once and can be moved, so that a CPU whose segment is interrupted changes its event instead of leaving a stale one
 * behind. Nothing is allocated unless a slot beyond all earlier ones appears.
 */
final class EventQueue implements Canonical {
    private static final int ABSENT = -1;

    private final TieBreak tieBreak;
    // By place in the heap.
    private long[] times;
    private long[] ranks;
    private int[] slots;
    // By slot.
    private int[] places;
    private int size;

    /** @param capacity slots for which there is room at first */
    EventQueue(int capacity, TieBreak tieBreak) {
        this.tieBreak = tieBreak;
        int room = Math.max(1, capacity);
        times = new long[room];
        ranks = new long[room];
        slots = new int[room];
        places = new int[room];
        Arrays.fill(places, ABSENT);
    }

    int size() {
        return size;
    }

    boolean contains(int slot) {
        return slot < places.length && places[slot] != ABSENT;
    }

    /** The slot that is due first; the queue must not be empty. */
    int firstSlot() {
        return slots[0];
    }

    /** When the first slot is due; the queue must not be empty. */
    long firstTimeNs() {
        return times[0];
    }

    /** The rank of a slot that is in the queue. */
    long rank(int slot) {
        return ranks[places[slot]];
    }

    /** Copies the slots that are due at {@link #firstTimeNs}, in no order, and answers their number. */
    int copyDue(int[] target) {
        return copyDue(0, target, 0);
    }

    /** What is due first is the top of the heap: below an event that is due later there is none. */
    private int copyDue(int place, int[] target, int found) {
        if (place >= size || times[place] != times[0]) {
            return found;
        }
        target[found] = slots[place];
        int count = copyDue(2 * place + 1, target, found + 1);
        return copyDue(2 * place + 2, target, count);
    }

    /** Puts the slot in, or moves it. */
    void schedule(int slot, long timeNs, int kind, int cpu, long sequence) {
        long rank = tieBreak.rank(kind, cpu, sequence);
        if (slot >= places.length) {
            grow(slot + 1);
        }
        int place = places[slot];
        if (place == ABSENT) {
            rise(size++, slot, timeNs, rank);
        } else if (isBefore(timeNs, rank, place)) {
            rise(place, slot, timeNs, rank);
        } else if (timeNs != times[place] || rank != ranks[place]) {
            sink(place, slot, timeNs, rank);
        }
    }

    /** Takes the slot out; does nothing if it is not in. */
    void cancel(int slot) {
        if (!contains(slot)) {
            return;
        }
        int place = places[slot];
        places[slot] = ABSENT;
        size--;
        if (place == size) {
            return;
        }
        // The last event fills the gap; it may belong higher or lower than there.
        long time = times[size];
        long rank = ranks[size];
        int last = slots[size];
        if (place > 0 && isBefore(time, rank, (place - 1) >> 1)) {
            rise(place, last, time, rank);
        } else {
            sink(place, last, time, rank);
        }
    }

    /** The slots, the first to be due first. */
    int[] slotsInOrder() {
        EventQueue copy = new EventQueue(places.length, tieBreak);
        System.arraycopy(times, 0, copy.times, 0, size);
        System.arraycopy(ranks, 0, copy.ranks, 0, size);
        System.arraycopy(slots, 0, copy.slots, 0, size);
        System.arraycopy(places, 0, copy.places, 0, places.length);
        copy.size = size;
        int[] order = new int[size];
        for (int index = 0; index < order.length; index++) {
            order[index] = copy.firstSlot();
            copy.cancel(order[index]);
        }
        return order;
    }

    /** When the slot is due, which must be in the queue. */
    long timeNs(int slot) {
        return times[places[slot]];
    }

    /** The events are described by {@link IpiDelivery}, which knows whose slots have no meaning of their own. */
    @Override
    public void describe(StateHasher hasher) {
        hasher.reference(tieBreak);
    }

    private boolean isBefore(long timeNs, long rank, int place) {
        long other = times[place];
        return timeNs < other || (timeNs == other && rank < ranks[place]);
    }

    private void rise(int from, int slot, long timeNs, long rank) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            if (!isBefore(timeNs, rank, parent)) {
                break;
            }
            move(parent, place);
            place = parent;
        }
        put(place, slot, timeNs, rank);
    }

    private void sink(int from, int slot, long timeNs, long rank) {
        int place = from;
        int firstLeaf = size >> 1;
        while (place < firstLeaf) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(times[child + 1], ranks[child + 1], child)) {
                child++;
            }
            if (!isBefore(times[child], ranks[child], timeNs, rank)) {
                break;
            }
            move(child, place);
            place = child;
        }
        put(place, slot, timeNs, rank);
    }

    private static boolean isBefore(long timeNs, long rank, long otherTimeNs, long otherRank) {
        return timeNs < otherTimeNs || (timeNs == otherTimeNs && rank < otherRank);
    }

    private void move(int from, int to) {
        put(to, slots[from], times[from], ranks[from]);
    }

    private void put(int place, int slot, long timeNs, long rank) {
        times[place] = timeNs;
        ranks[place] = rank;
        slots[place] = slot;
        places[slot] = place;
    }

    private void grow(int needed) {
        int room = Math.max(needed, places.length * 2);
        int old = places.length;
        times = Arrays.copyOf(times, room);
        ranks = Arrays.copyOf(ranks, room);
        slots = Arrays.copyOf(slots, room);
        places = Arrays.copyOf(places, room);
        Arrays.fill(places, old, room, ABSENT);
    }
}
