// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Something to sleep on that knows its own place in the sleep hash, which stands for its address: the kernel gives it one
 * the first time that it is asked. Other objects may be slept on as well, at the price of a table entry.
 */
public abstract class WaitIdent {
    static final int NO_SLOT = -1;

    /** {@code LOOKUP()} of the simulated address. */
    int slot = NO_SLOT;

    WaitIdent() {}
}
