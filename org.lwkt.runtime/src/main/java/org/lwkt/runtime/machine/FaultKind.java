// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What can go wrong with a machine. All but the last three are declared as a {@link FaultSpec}; those are scripted. */
public enum FaultKind {
    /** The hardware IPI arrives later by an amount. */
    IPI_DELAY,
    /**
     * The hardware IPI never arrives. Its message stays in the queue, and since {@code gd_npoll} stays set, later messages
     * raise no IPI either: the target takes all of them at its next tick, where {@code hardclock()} looks for them.
     */
    IPI_DROP,
    /** The hardware IPI arrives twice; the second comes an amount after the first and finds what is queued by then. */
    IPI_DUPLICATE,
    /**
     * The hardware IPI is overtaken: it arrives 1 ns after the next one that is sent, to any CPU, but not later than an
     * amount after its time. To one and the same CPU there is only one under way at a time, by {@code gd_npoll}.
     */
    IPI_REORDER,
    /** The timer's interrupt does not arrive; the next tick comes at its time. */
    TICK_LOST,
    /** The timer's interrupt arrives later by an amount. Ticks that become due until then are one with it. */
    TICK_LATE,
    /** All that the CPU does takes longer by a factor; one hit for the whole period. */
    CPU_SLOW,
    CPU_STOP,
    CPU_RESTART,
    SPURIOUS_INTERRUPT
}
