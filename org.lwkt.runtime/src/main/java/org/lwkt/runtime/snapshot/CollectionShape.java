// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.util.Arrays;
import java.util.Collection;

/** Lists and queues of the JDK. */
final class CollectionShape extends Shape {
    private final boolean mutable;

    CollectionShape(boolean mutable) {
        this.mutable = mutable;
    }

    @Override
    boolean isMutable() {
        return mutable;
    }

    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        Object[] elements = ((Collection<?>) object).toArray();
        for (Object element : elements) {
            tracer.follow(element);
        }
        if (mutable) {
            tape.reference(elements);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    void restore(Object object, Tape.Reader tape) {
        Collection<Object> collection = (Collection<Object>) object;
        collection.clear();
        collection.addAll(Arrays.asList((Object[]) tape.reference()));
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        Collection<?> collection = (Collection<?>) object;
        hasher.word(collection.size());
        for (Object element : collection) {
            hasher.reference(element);
        }
    }
}
