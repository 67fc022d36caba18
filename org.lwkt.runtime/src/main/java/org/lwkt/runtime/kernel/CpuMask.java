// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;

/** {@code cpumask_t}: a set of CPU numbers 0 to 255. */
public final class CpuMask {
    private final long[] words;

    CpuMask(int ncpus) {
        words = new long[(ncpus + Long.SIZE - 1) / Long.SIZE];
    }

    /** The set of those of the first 64 CPUs whose bit in {@code low} is set. */
    public static CpuMask of(int ncpus, long low) {
        CpuMask mask = new CpuMask(ncpus);
        mask.words[0] = low;
        return mask;
    }

    /** The set of that CPU alone. */
    public static CpuMask only(int ncpus, int cpu) {
        CpuMask mask = new CpuMask(ncpus);
        mask.set(cpu);
        return mask;
    }

    public void set(int cpu) {
        words[cpu / Long.SIZE] |= 1L << cpu;
    }

    public void clear(int cpu) {
        words[cpu / Long.SIZE] &= ~(1L << cpu);
    }

    public boolean contains(int cpu) {
        return (words[cpu / Long.SIZE] & 1L << cpu) != 0;
    }

    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The members below 64 as bits, {@code CPUMASK_LOWMASK()}. */
    public long low() {
        return words[0];
    }

    boolean sameAs(CpuMask other) {
        return Arrays.equals(words, other.words);
    }

    public void copyFrom(CpuMask other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }

    /** {@code CPUMASK_ANDMASK()}. */
    void retain(CpuMask other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    /** {@code CPUMASK_NANDMASK()}. */
    void removeAll(CpuMask other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~other.words[i];
        }
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

    /** The greatest member, or -1. */
    int last() {
        for (int index = words.length - 1; index >= 0; index--) {
            if (words[index] != 0) {
                return index * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(words[index]);
            }
        }
        return -1;
    }

    void clearAll() {
        Arrays.fill(words, 0);
    }
}
