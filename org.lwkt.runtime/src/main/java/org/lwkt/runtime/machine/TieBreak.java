// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/**
 * The order of events that are due at the same nanosecond. An event is ranked when it enters the queue or moves in it;
 * the smaller rank comes first. Ranks of events that can be due together must differ, or the run is not deterministic.
 */
interface TieBreak {
    /**
     * @param kind one of {@link EventKind}
     * @param cpu where it happens, 0 to 255
     * @param sequence tells apart events of one kind on one CPU, 0 to 2^40 - 1
     */
    long rank(int kind, int cpu, long sequence);
}
