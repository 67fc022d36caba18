// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

/** Times of one sort, in constant memory. How many are outside of two limits is known exactly, percentiles to three digits. */
public final class Samples {
    private final long limitLeast;
    private final long limitMost;
    /** Null where nobody asks for percentiles. */
    private final Percentiles percentiles;

    private long count;
    private long total;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;
    private long below;
    private long above;

    /** @param withPercentiles whether {@link #ofRank} will be asked */
    public Samples(long limitLeast, long limitMost, boolean withPercentiles) {
        this.limitLeast = limitLeast;
        this.limitMost = limitMost;
        percentiles = withPercentiles ? new Percentiles() : null;
    }

    public void add(long value) {
        count++;
        total += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
        if (value < limitLeast) {
            below++;
        } else if (value > limitMost) {
            above++;
        }
        if (percentiles != null) {
            percentiles.add(value);
        }
    }

    public long count() {
        return count;
    }

    public long total() {
        return total;
    }

    /** There must be one. */
    public long least() {
        return least;
    }

    /** There must be one. */
    public long most() {
        return most;
    }

    /** Whether the value of that rank, from 1, in order of size is below the lower limit. */
    public boolean isBelow(long rank) {
        return rank <= below;
    }

    /** Whether the value of that rank in order of size is above the upper limit. */
    public boolean isAbove(long rank) {
        return rank > count - above;
    }

    /** The value of that rank in order of size to three digits, on the side of each limit where it is exactly. */
    public long ofRank(long rank) {
        long value = Math.clamp(percentiles.ofRank(rank), least, most);
        if (isAbove(rank)) {
            return Math.max(value, limitMost + 1);
        }
        return isBelow(rank) ? Math.min(value, limitLeast - 1) : Math.clamp(value, limitLeast, limitMost);
    }
}
