// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/**
 * The timers that wake the threads of livelocked interrupts. Each interrupt thread has a slot of the queue from
 * {@code firstSlot} on, by the number of its interrupt, which is its place among the interrupt threads.
 */
final class LivelockTimers {
    private final EventQueue queue;
    private final int firstSlot;
    private final SimThread[] threads;
    private final int[] cpus;
    private final long[] nextNs;
    private final long[] periodNs;

    LivelockTimers(EventQueue queue, int firstSlot, SimThread[] interruptThreads) {
        this.queue = queue;
        this.firstSlot = firstSlot;
        threads = interruptThreads;
        cpus = new int[threads.length];
        nextNs = new long[threads.length];
        periodNs = new long[threads.length];
    }

    /** The first time is one period from now. */
    void start(int irq, int cpu, long nowNs, int hz) {
        cpus[irq] = cpu;
        periodNs[irq] = SimTime.NS_PER_S / hz;
        nextNs[irq] = nowNs;
        advance(irq);
    }

    void stop(int irq) {
        queue.cancel(firstSlot + irq);
    }

    /** The timer of that slot goes off: answers for whom, or null if the thread has ended, and the timer with it. */
    SimThread goesOff(int slot) {
        int irq = slot - firstSlot;
        if (threads[irq].ended) {
            stop(irq);
            return null;
        }
        advance(irq);
        return threads[irq];
    }

    int cpu(int slot) {
        return cpus[slot - firstSlot];
    }

    private void advance(int irq) {
        nextNs[irq] = SimTime.plus(nextNs[irq], periodNs[irq]);
        // Behind the tick of the same CPU.
        queue.schedule(firstSlot + irq, nextNs[irq], EventKind.TIMER, cpus[irq], irq + 1L);
    }
}
