// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.function.Consumer;

/** {@code struct tslpque}: the sleepers of one hash bucket of one CPU, and up to four identifiers that they sleep on. */
public final class SleepBucket {
    /** Stands in the first place for identifiers that found none: the C's -1. */
    public static final Object MULTI = new Object();

    static final int IDENTS = 4;

    final TailQueue queue;
    final Object[] idents = new Object[IDENTS];

    SleepBucket(KernelObserver names) {
        queue = new TailQueue(TailQueue.Field.SLEEPQ, names);
    }

    /** {@code ident0} to {@code ident3}; null for none, or {@link #MULTI}. */
    public Object ident(int index) {
        return idents[index];
    }

    /** The sleepers in the order in which they came. */
    public void forEach(Consumer<LwktThread> action) {
        queue.forEach(action);
    }

    boolean isEmpty() {
        return queue.first() == null;
    }

    boolean names(Object ident) {
        return indexOf(ident) < IDENTS;
    }

    /** The first place of {@code ident}, or 4. */
    int indexOf(Object ident) {
        int index = 0;
        while (index < IDENTS && idents[index] != ident) {
            index++;
        }
        return index;
    }

    void add(Object ident) {
        if (names(ident)) {
            return;
        }
        int free = indexOf(null);
        if (free < IDENTS) {
            idents[free] = ident;
        } else {
            idents[0] = MULTI;
        }
    }

    void forgetIdents() {
        for (int i = 0; i < IDENTS; i++) {
            idents[i] = null;
        }
    }
}
