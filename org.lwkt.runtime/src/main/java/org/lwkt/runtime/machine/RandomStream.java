// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/**
 * Random numbers for one purpose: SplitMix64, whose whole state is one number. Streams are told apart by name and index, so
 * that one more draw from one of them changes nothing in the others.
 */
final class RandomStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /**
     * @param seed the machine's
     * @param purpose what is drawn
     * @param index for whom: the place of an event, a fault or a thread
     */
    RandomStream(long seed, String purpose, int index) {
        long start = mix(seed + GOLDEN);
        for (int at = 0; at < purpose.length(); at++) {
            start = mix(start + GOLDEN + purpose.charAt(at));
        }
        state = mix(start + GOLDEN + index);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform over 0 to {@code most}, both included; draws nothing for 0. */
    long upTo(long most) {
        if (most <= 0) {
            return 0;
        }
        if (most == Long.MAX_VALUE) {
            return next() >>> 1;
        }
        // Values beyond the largest multiple of the range would favour the small ones.
        long range = most + 1;
        long limit = Long.MAX_VALUE - (Long.MAX_VALUE % range + 1) % range;
        long value = next() >>> 1;
        while (value > limit) {
            value = next() >>> 1;
        }
        return value % range;
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
