// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** What interrupts a CPU. */
public enum InterruptKind {
    /** {@code Xipiq}. */
    IPI,
    /** {@code Xtimer}: the hardclock. */
    TIMER,
    /** A device interrupt that an interrupt thread handles. */
    DEVICE,
    /** A fast interrupt, handled on the stack of the interrupted thread. */
    FAST
}
