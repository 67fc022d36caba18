// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * A device interrupt and the thread that handles it: {@code struct intr_info}, as far as scheduling goes. Refers to one
 * use of the thread's structure, and to nothing once that is used again.
 */
public final class InterruptSource {
    /** The interrupt's number; of those that are pending the lowest runs first. */
    final int irq;

    final LwktThread thread;
    private final int incarnation;
    final Livelock livelock = new Livelock(this);
    /** {@code i_running}: the thread was asked to run, or to run once more. */
    boolean running;
    /** {@code i_count}. */
    long count;

    private boolean highFrequency;

    InterruptSource(int irq, LwktThread thread) {
        this.irq = irq;
        this.thread = thread;
        this.incarnation = thread.incarnation;
    }

    public LwktThread thread() {
        return thread;
    }

    public int irq() {
        return irq;
    }

    /** Sets {@code INTR_HIFREQ}: the interrupt may come more often until it counts as a livelock. */
    public void setHighFrequency(boolean on) {
        highFrequency = on;
    }

    boolean isHighFrequency() {
        return highFrequency;
    }

    /** Whether the interrupt is limited to the rate of a timer, {@code ISTATE_LIVELOCKED}. */
    public boolean isLivelocked() {
        return livelock.isEngaged();
    }

    /** How often the interrupt was dispatched; one that was sent on to another CPU counts there again. */
    @Ports("sys/kern/kern_intr.c#get_interrupt_counter")
    public long count() {
        return count;
    }

    public boolean isRunning() {
        return running;
    }

    /** Whether the thread's structure has become another thread. */
    public boolean isStale() {
        return thread.incarnation != incarnation;
    }
}
