// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.util.Arrays;

/**
 * The objects reached from a root so far, each once, in the order in which they were found; its place there is its
 * number. Whoever walks takes the objects in this order and reports what each refers to; there is no recursion, so that
 * no chain is too long.
 *
 * <p>Found again by a hash table over identity hash codes. They order nothing: no place and no result depends on them.
 */
final class Walk {
    private static final int ROOM_FIRST = 1024;
    /** Odd, so that every hash code is spread over the upper bits: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9e3779b9;

    private Object[] objects = new Object[ROOM_FIRST];
    private Shape[] shapes = new Shape[ROOM_FIRST];
    private int size;

    /** Numbers plus one, 0: free. At most half of them are used. */
    private int[] table = new int[ROOM_FIRST * 2];

    private int shift = Integer.numberOfLeadingZeros(ROOM_FIRST * 2) + 1;

    int size() {
        return size;
    }

    Object object(int number) {
        return objects[number];
    }

    Shape shape(int number) {
        return shapes[number];
    }

    /** The number of the object, which is at the end of the walk if it is new. */
    int reach(Object object, Shape shape) {
        int at = start(object);
        int number;
        while ((number = table[at]) != 0) {
            if (objects[number - 1] == object) {
                return number - 1;
            }
            at = at + 1 & table.length - 1;
        }
        if (size == objects.length) {
            grow();
            at = free(object);
        }
        objects[size] = object;
        shapes[size] = shape;
        table[at] = ++size;
        return size - 1;
    }

    private int start(Object object) {
        return System.identityHashCode(object) * SPREAD >>> shift;
    }

    private int free(Object object) {
        int at = start(object);
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        objects = Arrays.copyOf(objects, size * 2);
        shapes = Arrays.copyOf(shapes, size * 2);
        table = new int[size * 4];
        shift--;
        for (int number = 0; number < size; number++) {
            table[free(objects[number])] = number + 1;
        }
    }
}
