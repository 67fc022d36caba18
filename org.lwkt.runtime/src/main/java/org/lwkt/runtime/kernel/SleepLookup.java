// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Where a sleep identifier stands in the hash of kern_synch.c. The kernel goes by addresses; another mapping gives the same
 * queues to what a driver wants to see together.
 */
public interface SleepLookup {
    /** {@code LOOKUP(x)}: the index of the identifier's CPU mask, 0 or more. */
    int slot(Object ident);

    /** {@code TCHASHSHIFT(x)}: the index of the queue that the identifiers of a slot stand in, 0 or more. */
    int queue(int slot);
}
