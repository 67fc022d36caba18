// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/**
 * A part of a run, in virtual time.
 *
 * @param fromNs belongs to it
 * @param untilNs does not belong to it
 */
public record Interval(long fromNs, long untilNs) {
    /** The whole run. */
    public static final Interval RUN = new Interval(0, Long.MAX_VALUE);

    /** @throws IllegalArgumentException if there is nothing in it, or it begins before time 0 */
    public Interval {
        if (fromNs < 0 || untilNs <= fromNs) {
            throw new IllegalArgumentException("not a part of a run: fromNs=" + fromNs + " untilNs=" + untilNs);
        }
    }

    public boolean isRun() {
        return untilNs == Long.MAX_VALUE;
    }

    public boolean contains(long timeNs) {
        return timeNs >= fromNs && timeNs < untilNs;
    }

    /** How much of the time between two times lies in it. */
    public long overlapNs(long startNs, long endNs) {
        return Math.max(0, Math.min(endNs, untilNs) - Math.max(startNs, fromNs));
    }
}
