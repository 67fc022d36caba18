// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/** Kept by its mark. */
final class RewindableShape extends Shape {
    @Override
    boolean isUnhashed() {
        return true;
    }

    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        tape.reference(((Rewindable) object).mark());
    }

    @Override
    void restore(Object object, Tape.Reader tape) {
        ((Rewindable) object).rewind(tape.reference());
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        throw new IllegalStateException("never hashed");
    }
}
