// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.util.BitSet;

/** Sets of bits. */
final class BitSetShape extends Shape {
    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        long[] words = ((BitSet) object).toLongArray();
        tape.word(words.length);
        for (long word : words) {
            tape.word(word);
        }
    }

    @Override
    void restore(Object object, Tape.Reader tape) {
        long[] words = new long[(int) tape.word()];
        for (int index = 0; index < words.length; index++) {
            words[index] = tape.word();
        }
        BitSet bits = (BitSet) object;
        bits.clear();
        bits.or(BitSet.valueOf(words));
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        BitSet bits = (BitSet) object;
        hasher.word(bits.cardinality());
        for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            hasher.word(bit);
        }
    }
}
