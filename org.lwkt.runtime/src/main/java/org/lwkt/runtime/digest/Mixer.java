// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.digest;

/** Mixes blocks of 128 bits as MurmurHash3 does; integer arithmetic only. Called on the hot path. */
public final class Mixer {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long high;
    private long low;
    private long blocks;

    /** Takes one block. */
    public void mix(long first, long second) {
        high ^= Long.rotateLeft(first * C1, 31) * C2;
        high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52dce729;
        low ^= Long.rotateLeft(second * C2, 33) * C1;
        low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495ab5;
        blocks++;
    }

    /** Of the blocks so far; more may follow. */
    public Digest digest() {
        long first = high ^ blocks;
        long second = low ^ blocks;
        first += second;
        second += first;
        first = spread(first);
        second = spread(second);
        first += second;
        second += first;
        return new Digest(first, second);
    }

    /** A function of the characters alone. */
    public static long ofText(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long spread(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
