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
    private final SimClock clock;
    private final IpiWire wire;
    private final Faults faults;

    private int[] targets = new int[ROOM_FIRST];
    private SimThread[] senders = new SimThread[ROOM_FIRST];
    private int[] senderPcs = new int[ROOM_FIRST];
    private int[] nextFree = new int[ROOM_FIRST];
    private int free = NONE;
    private int used;
    private long sequence;

    /** The IPI that the next one is to overtake, and until when that is possible. */
    private int overtaken = NONE;

    private long overtakenUntilNs;

    /** CPUs with messages whose IPI was dropped. */
    private final boolean[] dropped;

    private int cpusDropped;

    IpiDelivery(EventQueue queue, int firstSlot, SimClock clock, MachineSpec spec, Faults faults) {
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.clock = clock;
        this.faults = faults;
        wire = new IpiWire(spec);
        dropped = new boolean[spec.cpus()];
    }

    /**
     * @param sender whose line sends it, or null
     * @param thread the machine's number for the current thread of the source
     */
    void send(int source, int target, SimThread sender, int thread) {
        long arrivalNs = SimTime.plus(clock.nowNs, wire.latencyNs(source, target));
        int fault = faults.hitIpi(source, target);
        if (fault == Faults.NONE) {
            schedule(target, arrivalNs, sender);
            letOvertake(arrivalNs);
            return;
        }
        faults.report(fault, source, thread, target);
        FaultSpec spec = faults.fault(fault);
        switch (spec.kind()) {
            case IPI_DROP -> drop(target);
            case IPI_DELAY -> schedule(target, SimTime.plus(arrivalNs, spec.amountNs()), sender);
            case IPI_DUPLICATE -> {
                schedule(target, arrivalNs, sender);
                schedule(target, SimTime.plus(arrivalNs, spec.amountNs()), sender);
            }
            case IPI_REORDER -> {
                overtakenUntilNs = SimTime.plus(arrivalNs, spec.amountNs());
                overtaken = schedule(target, overtakenUntilNs, sender);
            }
            default -> throw new IllegalStateException("not a fault of an IPI: " + spec.kind());
        }
    }

    private void drop(int target) {
        if (!dropped[target]) {
            dropped[target] = true;
            cpusDropped++;
        }
    }

    /** Whether a CPU has messages that only a tick will make it take. */
    boolean isDropped() {
        return cpusDropped != 0;
    }

    /** The CPU's tick has come, which looks for messages. */
    void ticked(int cpu) {
        if (dropped[cpu]) {
            dropped[cpu] = false;
            cpusDropped--;
        }
    }

    private int schedule(int target, long arrivalNs, SimThread sender) {
        int index = takeFree();
        targets[index] = target;
        senders[index] = sender;
        senderPcs[index] = sender == null ? 0 : sender.linePc;
        queue.schedule(firstSlot + index, arrivalNs, EventKind.IPI, target, sequence++);
        return index;
    }

    /** Right behind the one that arrives then. */
    private void letOvertake(long arrivalNs) {
        if (overtaken == NONE) {
            return;
        }
        if (arrivalNs < overtakenUntilNs) {
            queue.schedule(firstSlot + overtaken, arrivalNs + 1, EventKind.IPI, targets[overtaken], sequence++);
        }
        overtaken = NONE;
    }

    /** The IPI of that slot arrives: answers where, and takes it out of the queue. */
    int arrive(int slot) {
        int index = slot - firstSlot;
        if (index == overtaken) {
            overtaken = NONE;
        }
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
        hasher.reference(faults);
        for (boolean each : dropped) {
            hasher.word(each ? 1 : 0);
        }
        hasher.word(overtaken == NONE ? NONE : queue.timeNs(firstSlot + overtaken));
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
