// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** The default order: by kind, then by CPU number, then by sequence. */
final class FixedOrder implements TieBreak {
    private static final int SEQUENCE_BITS = 40;
    private static final int CPU_BITS = 12;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    @Override
    public long rank(int kind, int cpu, long sequence) {
        return ((long) kind << (CPU_BITS + SEQUENCE_BITS)) | ((long) cpu << SEQUENCE_BITS) | (sequence & SEQUENCE_MASK);
    }

    /** The kind of event that has the rank. */
    static int kind(long rank) {
        return (int) (rank >> CPU_BITS + SEQUENCE_BITS);
    }

    /** The CPU of the event that has the rank. */
    static int cpu(long rank) {
        return (int) (rank >> SEQUENCE_BITS) & (1 << CPU_BITS) - 1;
    }
}
