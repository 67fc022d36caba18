// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.snapshot.Unhashed;

/** The scripted device interrupts, each in the slot of its place in the script from {@code firstSlot} on. */
final class ScriptedInterrupts {
    private final EventQueue queue;
    private final int firstSlot;
    private final InterruptConfig[] configs;
    private final SimThread[] threads;
    /** What counts of it stands in the queue. */
    @Unhashed
    private final long[] nextNs;

    ScriptedInterrupts(EventQueue queue, int firstSlot, List<InterruptConfig> configs, SimThread[] threads) {
        this.queue = queue;
        this.firstSlot = firstSlot;
        this.configs = configs.toArray(new InterruptConfig[0]);
        this.threads = threads;
        nextNs = configs.stream().mapToLong(InterruptConfig::firstNs).toArray();
    }

    int count() {
        return configs.length;
    }

    InterruptConfig config(int slot) {
        return configs[slot - firstSlot];
    }

    /** Puts all of them into the queue. */
    void start() {
        for (int index = 0; index < configs.length; index++) {
            schedule(index);
        }
    }

    /** The interrupt of that slot arrives: the one after it is next. */
    void advance(int slot) {
        int index = slot - firstSlot;
        long periodNs = configs[index].periodNs();
        if (periodNs == 0) {
            queue.cancel(slot);
        } else {
            nextNs[index] = SimTime.plus(nextNs[index], periodNs);
            schedule(index);
        }
    }

    /** Where it arrives as things are now. */
    int cpu(int slot) {
        InterruptConfig config = configs[slot - firstSlot];
        return config.cpu() == ThreadConfig.ANY_CPU
                ? threads[config.thread()].td.gd().cpuId()
                : config.cpu();
    }

    private void schedule(int index) {
        int slot = firstSlot + index;
        if (nextNs[index] >= configs[index].untilNs()) {
            queue.cancel(slot);
        } else {
            queue.schedule(slot, nextNs[index], EventKind.DEVICE, cpu(slot), index);
        }
    }
}
