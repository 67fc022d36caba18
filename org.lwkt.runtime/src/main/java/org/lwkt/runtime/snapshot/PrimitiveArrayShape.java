// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.lang.reflect.Array;

/** Arrays of numbers. In a hash, zeros at the end are as good as absent: where room was made makes no difference. */
final class PrimitiveArrayShape extends Shape {
    private final Class<?> component;

    PrimitiveArrayShape(Class<?> type) {
        component = type.componentType();
    }

    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        tape.reference(copy(object));
    }

    private static Object copy(Object array) {
        if (array instanceof long[] longs) {
            return longs.clone();
        }
        if (array instanceof int[] ints) {
            return ints.clone();
        }
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().componentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    @Override
    void restore(Object object, Tape.Reader tape) {
        Object saved = tape.reference();
        System.arraycopy(saved, 0, object, 0, Array.getLength(saved));
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        int length = Array.getLength(object);
        while (length > 0 && word(object, length - 1) == 0) {
            length--;
        }
        hasher.word(length);
        for (int index = 0; index < length; index++) {
            hasher.word(word(object, index));
        }
    }

    private long word(Object array, int index) {
        if (array instanceof long[] longs) {
            return longs[index];
        }
        if (array instanceof int[] ints) {
            return ints[index];
        }
        if (component == boolean.class) {
            return Array.getBoolean(array, index) ? 1 : 0;
        }
        if (component == double.class || component == float.class) {
            return Double.doubleToLongBits(Array.getDouble(array, index));
        }
        return component == char.class ? Array.getChar(array, index) : Array.getLong(array, index);
    }
}
