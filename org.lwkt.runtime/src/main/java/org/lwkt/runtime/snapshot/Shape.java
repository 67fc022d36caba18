// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/** How the objects of one class are taken down, restored and hashed. */
abstract class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shapes.make(type);
        }
    };

    /** @throws IllegalArgumentException for a class that nobody said how to treat */
    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** A value, or constant: not looked into. */
    boolean isLeaf() {
        return false;
    }

    /** Whether {@link #save} may put anything on the tape. */
    boolean isMutable() {
        return true;
    }

    /** See {@link Unhashed}. */
    boolean isUnhashed() {
        return false;
    }

    /** What a reference to a leaf adds to a hash. */
    long leafHash(Object leaf) {
        throw new IllegalStateException("not a leaf: " + leaf.getClass().getName());
    }

    /** Reports what the object refers to. */
    abstract void save(Object object, Tape tape, Tracer tracer);

    /** Makes the object as it was at {@link #save}. */
    abstract void restore(Object object, Tape.Reader tape);

    /** Adds the state; what it refers to comes in its turn. */
    abstract void hash(Object object, StateHasher hasher);
}
