// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of an object and of all that it refers to, at one moment. Restoring writes it back into the same objects, so
 * that whoever holds one keeps it; what was made since is no longer referred to. Nothing that happens later changes a
 * snapshot, and it may be restored any number of times.
 */
public final class Snapshot {
    private final Object root;
    private final Object[] objects;
    private final Shape[] shapes;
    private final Tape tape = new Tape();

    /** @throws IllegalArgumentException if it comes across a class that it does not know how to take down */
    public Snapshot(Object root) {
        this.root = root;
        Walk walk = new Walk();
        Tracer tracer = new Tracer(walk);
        tracer.follow(root);
        List<Object> changing = new ArrayList<>();
        List<Shape> theirShapes = new ArrayList<>();
        for (int number = 0; number < walk.size(); number++) {
            Object object = walk.object(number);
            Shape shape = walk.shape(number);
            tracer.startFrom(object);
            shape.save(object, tape, tracer);
            if (shape.isMutable()) {
                changing.add(object);
                theirShapes.add(shape);
            }
        }
        tape.finish();
        objects = changing.toArray();
        shapes = theirShapes.toArray(new Shape[0]);
    }

    /** Whether this was taken of {@code object}. */
    public boolean isOf(Object object) {
        return root == object;
    }

    /** Everything is again as it was when this was taken. */
    public void restore() {
        Tape.Reader reader = tape.reader();
        for (int index = 0; index < objects.length; index++) {
            shapes[index].restore(objects[index], reader);
        }
    }
}
