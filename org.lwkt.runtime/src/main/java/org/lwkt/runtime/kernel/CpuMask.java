// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;

/** {@code cpumask_t}: a set of CPU numbers 0 to 255. */
final class CpuMask {
    private final long[] words;

    CpuMask(int ncpus) {
        words = new long[(ncpus + Long.SIZE - 1) / Long.SIZE];
    }

    void set(int cpu) {
        words[cpu / Long.SIZE] |= 1L << cpu;
    }

    void clear(int cpu) {
        words[cpu / Long.SIZE] &= ~(1L << cpu);
    }

    boolean contains(int cpu) {
        return (words[cpu / Long.SIZE] & 1L << cpu) != 0;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    void copyFrom(CpuMask other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }

    /** The smallest member that is at least {@code from}, or -1. */
    int next(int from) {
        int index = from / Long.SIZE;
        if (index >= words.length) {
            return -1;
        }
        long word = words[index] & -1L << from;
        while (word == 0) {
            if (++index == words.length) {
                return -1;
            }
            word = words[index];
        }
        return index * Long.SIZE + Long.numberOfTrailingZeros(word);
    }

    void clearAll() {
        Arrays.fill(words, 0);
    }
}
