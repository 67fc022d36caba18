// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What a {@link CostProfile} charges for: time in which a CPU is busy besides the {@code run} of its threads. */
public enum Cost {
    /** A change of the current thread. */
    SWITCH,
    /** A kernel call of a thread body. */
    KERNEL_CALL,
    /** Entry into and exit from any interrupt. */
    INTERRUPT,
    /** Raising a hardware IPI. */
    IPI_SEND,
    /** Taking one message off an IPI queue. */
    IPI_RECEIVE,
    /** The work of a hardclock tick. */
    TICK,
    /** Entry into and exit from a system call. */
    SYSCALL,
    /** One turn of a polling loop, at least 1. */
    POLL
}
