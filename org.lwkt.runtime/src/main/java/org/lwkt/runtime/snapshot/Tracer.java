// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/** Takes the references of the objects of a walk. */
final class Tracer {
    private final Walk walk;
    private Object from;

    Tracer(Walk walk) {
        this.walk = walk;
    }

    /** The references that follow are those of {@code object}. */
    void startFrom(Object object) {
        from = object;
    }

    void follow(Object object) {
        if (object == null) {
            return;
        }
        Shape shape = shape(object, from);
        if (!shape.isLeaf()) {
            walk.reach(object, shape);
        }
    }

    static Shape shape(Object object, Object from) {
        try {
            return Shape.of(object.getClass());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage()
                            + (from == null ? "" : ", in " + from.getClass().getName()),
                    e);
        }
    }
}
