// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.lwkt.runtime.digest.Mixer;

/** Finds out how a class is to be treated. */
final class Shapes {
    /** The packages whose classes are looked into field by field. */
    private static final String OWN = "org.lwkt.runtime.";

    private static final List<Class<?>> IMMUTABLE_LISTS = List.of(
            List.of().getClass(), List.of(1).getClass(), List.of(1, 2, 3).getClass());

    private Shapes() {}

    static Shape make(Class<?> type) {
        if (type == String.class || Enum.class.isAssignableFrom(type) || isBoxed(type)) {
            return new LeafShape(type);
        }
        if (type.isArray()) {
            return type.componentType().isPrimitive() ? new PrimitiveArrayShape(type) : new ReferenceArrayShape(type);
        }
        if (isMarked(type, Constant.class)) {
            return new LeafShape(type);
        }
        if (Rewindable.class.isAssignableFrom(type)) {
            return new RewindableShape();
        }
        if (isOwn(type)) {
            return new FieldsShape(type, isMarked(type, Unhashed.class));
        }
        return ofCollection(type);
    }

    static boolean isOwn(Class<?> type) {
        return type.getName().startsWith(OWN);
    }

    private static Shape ofCollection(Class<?> type) {
        if (type == ArrayList.class || type == ArrayDeque.class) {
            return new CollectionShape(true);
        }
        if (IMMUTABLE_LISTS.contains(type)) {
            return new CollectionShape(false);
        }
        if (type == LinkedHashMap.class) {
            return new MapShape();
        }
        if (type == BitSet.class) {
            return new BitSetShape();
        }
        throw new IllegalArgumentException("a snapshot does not know how to take down " + type.getName());
    }

    /** Whether all values of a variable of that type are leaves. */
    static boolean isLeafType(Class<?> type) {
        return type == String.class || type.isEnum() || isBoxed(type) || isMarked(type, Constant.class);
    }

    static boolean isBoxed(Class<?> type) {
        return type == Long.class
                || type == Integer.class
                || type == Boolean.class
                || type == Double.class
                || type == Character.class;
    }

    /** Whether the type or one that it extends or implements carries the annotation. */
    static boolean isMarked(Class<?> type, Class<? extends Annotation> mark) {
        if (type == null) {
            return false;
        }
        if (type.isAnnotationPresent(mark) || isMarked(type.getSuperclass(), mark)) {
            return true;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (isMarked(implemented, mark)) {
                return true;
            }
        }
        return false;
    }

    /** The same in every JVM, also for the class of a lambda, which ends in an address. */
    static long nameHash(Class<?> type) {
        String name = type.getName();
        int slash = name.indexOf('/');
        return Mixer.ofText(slash < 0 ? name : name.substring(0, slash));
    }
}
