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
        dueNs = new long[this.events.length];
        jitter = new RandomStream[this.events.length];
        for (int index = 0; index < jitter.length; index++) {
            jitter[index] = new RandomStream(seed, "jitter", index);
        }
    }

    ScriptedEvent event(int slot) {
        return events[slot - firstSlot];
    }

    ScriptedEvent eventAt(int place) {
        return events[place];
    }

    /** Puts all of them into the queue whose time is known. */
    void start() {
        for (int index = 0; index < events.length; index++) {
            switch (events[index].occasion()) {
                case Occasion.At at -> schedule(index, at.timeNs());
                case Occasion.Every every -> {
                    dueNs[index] = every.firstNs();
                    scheduleNext(index, every, 0);
                }
                case Occasion.When when -> {}
            }
        }
    }

    /** The event of that slot happens now: the one after it is next. */
    void advance(int slot, long nowNs) {
        int index = slot - firstSlot;
        if (events[index].occasion() instanceof Occasion.Every every && every.periodNs() > 0) {
            dueNs[index] = SimTime.plus(dueNs[index], every.periodNs());
            scheduleNext(index, every, nowNs);
        } else {
            queue.cancel(slot);
        }
    }

    /**
     * The condition of the event at that place has come true: it is due at {@code timeNs}, unless it is on its way already.
     *
     * @return whether it was not
     */
    boolean happen(int index, long timeNs) {
        if (queue.contains(firstSlot + index)) {
            return false;
        }
        schedule(index, timeNs);
        return true;
    }

    /** Where it happens as things are now. */
    int cpu(int slot) {
        ScriptedEvent event = events[slot - firstSlot];
        if (event.cpu() != ThreadConfig.ANY_CPU) {
            return event.cpu();
        }
        return threads[event.subject()].td.gd().cpuId();
    }

    /** A jitter longer than the period makes two coincide rather than change places. */
    private void scheduleNext(int index, Occasion.Every every, long notBeforeNs) {
        if (dueNs[index] >= every.untilNs()) {
            queue.cancel(firstSlot + index);
            return;
        }
        long comesNs = SimTime.plus(dueNs[index], jitter[index].upTo(every.jitterNs()));
        schedule(index, Math.max(comesNs, notBeforeNs));
    }

    private void schedule(int index, long timeNs) {
        int slot = firstSlot + index;
        queue.schedule(slot, timeNs, EventKind.DEVICE, cpu(slot), index);
    }
}
