// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.snapshot.Unhashed;

/** The scripted events, each in the slot of its place in the script from {@code firstSlot} on. */
final class Script {
    private final EventQueue queue;
    private final int firstSlot;
    private final ScriptedEvent[] events;
    private final SimThread[] threads;
    /** When each is due next; with its jitter it comes later. What counts of it stands in the queue. */
    @Unhashed
    private final long[] dueNs;

    private final RandomStream[] jitter;

    Script(EventQueue queue, int firstSlot, List<ScriptedEvent> events, SimThread[] threads, long seed) {
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.events = events.toArray(new ScriptedEvent[0]);
        this.threads = threads;
        dueNs = events.stream().mapToLong(ScriptedEvent::firstNs).toArray();
        jitter = new RandomStream[this.events.length];
        for (int index = 0; index < jitter.length; index++) {
            jitter[index] = new RandomStream(seed, "jitter", index);
        }
    }

    ScriptedEvent event(int slot) {
        return events[slot - firstSlot];
    }

    /** Puts all of them into the queue. */
    void start() {
        for (int index = 0; index < events.length; index++) {
            schedule(index, 0);
        }
    }

    /** The event of that slot happens now: the one after it is next. */
    void advance(int slot, long nowNs) {
        int index = slot - firstSlot;
        long periodNs = events[index].periodNs();
        if (periodNs == 0) {
            queue.cancel(slot);
        } else {
            dueNs[index] = SimTime.plus(dueNs[index], periodNs);
            schedule(index, nowNs);
        }
    }

    /** Where it happens as things are now. */
    int cpu(int slot) {
        ScriptedEvent event = events[slot - firstSlot];
        if (event.cpu() != ThreadConfig.ANY_CPU) {
            return event.cpu();
        }
        return threads[event.thread()].td.gd().cpuId();
    }

    /** A jitter longer than the period makes two coincide rather than change places. */
    private void schedule(int index, long notBeforeNs) {
        int slot = firstSlot + index;
        if (dueNs[index] >= events[index].untilNs()) {
            queue.cancel(slot);
            return;
        }
        long comesNs = SimTime.plus(dueNs[index], jitter[index].upTo(events[index].jitterNs()));
        queue.schedule(slot, Math.max(comesNs, notBeforeNs), EventKind.DEVICE, cpu(slot), index);
    }
}
