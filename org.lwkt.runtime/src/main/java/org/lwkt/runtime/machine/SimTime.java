// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** Arithmetic on points of virtual time. */
final class SimTime {
    /** No time that a run reaches: the horizon is at most this, and the horizon's instant is not run. */
    static final long NEVER = Long.MAX_VALUE;

    static final long NS_PER_S = 1_000_000_000L;

    private SimTime() {}

    /** {@code timeNs + durationNs}, both not negative; {@link #NEVER} where that leaves the range. */
    static long plus(long timeNs, long durationNs) {
        long sum = timeNs + durationNs;
        return sum < 0 ? NEVER : sum;
    }
}
