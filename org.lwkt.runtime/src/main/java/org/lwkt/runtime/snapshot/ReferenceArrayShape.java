// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/** Arrays of objects. In a hash, elements that are null are as good as absent: where room was made makes no difference. */
final class ReferenceArrayShape extends Shape {
    private static final long END = -1;

    private final boolean leaves;

    ReferenceArrayShape(Class<?> type) {
        leaves = Shapes.isLeafType(type.componentType());
    }

    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        Object[] elements = (Object[]) object;
        if (!leaves) {
            for (Object element : elements) {
                tracer.follow(element);
            }
        }
        tape.reference(elements.clone());
    }

    @Override
    void restore(Object object, Tape.Reader tape) {
        Object[] elements = (Object[]) object;
        System.arraycopy(tape.reference(), 0, elements, 0, elements.length);
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        Object[] elements = (Object[]) object;
        for (int index = 0; index < elements.length; index++) {
            if (elements[index] != null) {
                hasher.word(index);
                hasher.reference(elements[index]);
            }
        }
        hasher.word(END);
    }
}
