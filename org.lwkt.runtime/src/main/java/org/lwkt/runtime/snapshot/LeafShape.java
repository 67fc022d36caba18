// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import org.lwkt.runtime.digest.Mixer;

/** Texts, numbers, constants of an enum, and what is {@link Constant}. */
final class LeafShape extends Shape {
    private static final long CONSTANT = 1;

    private final long nameHash;

    LeafShape(Class<?> type) {
        nameHash = Shapes.nameHash(type);
    }

    @Override
    boolean isLeaf() {
        return true;
    }

    @Override
    boolean isMutable() {
        return false;
    }

    @Override
    long leafHash(Object leaf) {
        return nameHash
                + switch (leaf) {
                    case String text -> Mixer.ofText(text);
                    case Enum<?> constant -> constant.ordinal();
                    case Long number -> number;
                    case Integer number -> number;
                    case Boolean truth -> truth ? 1 : 0;
                    case Double number -> Double.doubleToLongBits(number);
                    case Character character -> character;
                    default -> CONSTANT;
                };
    }

    @Override
    void save(Object object, Tape tape, Tracer tracer) {}

    @Override
    void restore(Object object, Tape.Reader tape) {}

    @Override
    void hash(Object object, StateHasher hasher) {
        hasher.word(leafHash(object));
    }
}
