// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Something to sleep on whose address the sleep hash can know: the kernel gives it one the first time that it is asked.
 * Other objects may be slept on as well, at the price of a table entry.
 */
public abstract class WaitIdent {
    /** The simulated address, 0: none yet. */
    long address;

    WaitIdent() {}
}
