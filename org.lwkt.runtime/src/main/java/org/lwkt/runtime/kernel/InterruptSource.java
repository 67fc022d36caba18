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
    /** {@code i_running}: the thread was asked to run, or to run once more. */
    boolean running;

    InterruptSource(int irq, LwktThread thread) {
        this.irq = irq;
        this.thread = thread;
        this.incarnation = thread.incarnation;
    }

    public LwktThread thread() {
        return thread;
    }

    public boolean isRunning() {
        return running;
    }

    /** Whether the thread's structure has become another thread. */
    public boolean isStale() {
        return thread.incarnation != incarnation;
    }
}
