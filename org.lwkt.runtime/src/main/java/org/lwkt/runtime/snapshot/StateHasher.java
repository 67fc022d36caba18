// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/**
 * Takes a state word by word and reference by reference. An object is known by the order in which it was first referred
 * to, and is hashed itself in that order. The mixing is that of MurmurHash3's 128 bits.
 */
public final class StateHasher {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private static final long NULL = 0;
    private static final long UNHASHED = 1;
    private static final long OBJECTS = 2;

    private final Walk walk = new Walk();
    private Object from;
    private long high;
    private long low;
    private long words;

    StateHasher() {}

    StateHash hash(Object root) {
        reference(root);
        for (int number = 0; number < walk.size(); number++) {
            from = walk.object(number);
            walk.shape(number).hash(from, this);
        }
        return finish();
    }

    public void word(long value) {
        high ^= Long.rotateLeft(value * C1, 31) * C2;
        high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52dce729;
        low ^= Long.rotateLeft(value * C2, 33) * C1;
        low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495ab5;
        words++;
    }

    /** @param object of the runtime, or one of the few others that a {@link Snapshot} knows; may be null */
    public void reference(Object object) {
        if (object == null) {
            word(NULL);
            return;
        }
        Shape shape = Tracer.shape(object, from);
        if (shape.isUnhashed()) {
            word(UNHASHED);
        } else if (shape.isLeaf()) {
            word(shape.leafHash(object));
        } else {
            word(OBJECTS + walk.reach(object, shape));
        }
    }

    /** A function of the characters alone. */
    static long ofText(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        return hash;
    }

    private StateHash finish() {
        long first = high ^ words;
        long second = low ^ words;
        first += second;
        second += first;
        first = spread(first);
        second = spread(second);
        first += second;
        second += first;
        return new StateHash(first, second);
    }

    private static long spread(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
