// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import org.lwkt.runtime.digest.Mixer;

/**
 * Takes a state word by word and reference by reference. An object is known by the order in which it was first referred
 * to, and is hashed itself in that order.
 */
public final class StateHasher {
    private static final long NULL = 0;
    private static final long UNHASHED = 1;
    private static final long OBJECTS = 2;

    private final Walk walk = new Walk();
    private Object from;
    private final Mixer mixer = new Mixer();

    StateHasher() {}

    StateHash hash(Object root) {
        reference(root);
        for (int number = 0; number < walk.size(); number++) {
            from = walk.object(number);
            walk.shape(number).hash(from, this);
        }
        return new StateHash(mixer.digest());
    }

    public void word(long value) {
        mixer.mix(value, value);
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
}
