// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;
import org.lwkt.runtime.snapshot.Canonical;
import org.lwkt.runtime.snapshot.StateHasher;

/**
 * Hardware IPIs under way. Each has a slot of the queue from {@code firstSlot} on, taken from a list of free ones, so that
 * any number can be under way in any order; and remembers the line that sent it, for the day it causes a panic.
 */
final class IpiDelivery implements Canonical {
    private static final int NONE = -1;
    private static final int ROOM_FIRST = 16;

    private final EventQueue queue;
    private final int firstSlot;
    private final long latencyNs;

    private int[] targets = new int[ROOM_FIRST];
    private SimThread[] senders = new SimThread[ROOM_FIRST];
    private int[] senderPcs = new int[ROOM_FIRST];
    private int[] nextFree = new int[ROOM_FIRST];
    private int free = NONE;
    private int used;
    private long sequence;

    IpiDelivery(EventQueue queue, int firstSlot, long latencyNs) {
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.latencyNs = latencyNs;
    }

    /** @param sender whose line sends it, or null */
    void send(int target, long nowNs, SimThread sender) {
        int index = takeFree();
        targets[index] = target;
        senders[index] = sender;
        senderPcs[index] = sender == null ? 0 : sender.linePc;
        queue.schedule(firstSlot + index, SimTime.plus(nowNs, latencyNs), EventKind.IPI, target, sequence++);
    }

    /** The IPI of that slot arrives: answers where, and takes it out of the queue. */
    int arrive(int slot) {
        int index = slot - firstSlot;
        queue.cancel(slot);
        nextFree[index] = free;
        free = index;
        return targets[index];
    }

    /** Who sent the IPI that arrived last from that slot, or null. */
    SimThread sender(int slot) {
        return senders[slot - firstSlot];
    }

    /** What the sender was running then. */
    int senderPc(int slot) {
        return senderPcs[slot - firstSlot];
    }

    /** All events in their order, the IPIs by what they are and not by the slots that they got. */
    @Override
    public void describe(StateHasher hasher) {
        hasher.reference(queue);
        for (int slot : queue.slotsInOrder()) {
            hasher.word(queue.timeNs(slot));
            if (slot < firstSlot) {
                hasher.word(slot);
            } else {
                hasher.word(firstSlot);
                hasher.word(targets[slot - firstSlot]);
            }
        }
    }

    private int takeFree() {
        if (free != NONE) {
            int index = free;
            free = nextFree[index];
            return index;
        }
        if (used == targets.length) {
            int room = used * 2;
            targets = Arrays.copyOf(targets, room);
            senders = Arrays.copyOf(senders, room);
            senderPcs = Arrays.copyOf(senderPcs, room);
            nextFree = Arrays.copyOf(nextFree, room);
        }
        return used++;
    }
}
