// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** Any order of what is due at an instant, drawn anew each time an event enters the queue or moves in it. */
final class RandomOrder implements TieBreak {
    private static final int COUNT_BITS = 40;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final RandomStream stream;
    /** Tells apart events that draw the same. */
    private long count;

    RandomOrder(long seed) {
        stream = new RandomStream(seed, "order", 0);
    }

    @Override
    public long rank(int kind, int cpu, long sequence) {
        return (stream.next() >>> 1 & ~COUNT_MASK) | (count++ & COUNT_MASK);
    }
}
