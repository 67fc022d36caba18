// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A class of the runtime, field by field. Final fields are followed but not taken down. The order is that of the names,
 * superclasses first, as that of a class file is not promised.
 */
final class FieldsShape extends Shape {
    private final long nameHash;
    private final boolean canonical;
    private final boolean unhashed;
    private final SavedField[] words;
    private final Field[] references;
    /** References that are final: only followed. */
    private final Field[] parts;

    private final SavedField[] hashedWords;
    private final Field[] hashedReferences;

    /** Which of {@link #references} and {@link #parts} can only hold leaves. */
    private final boolean[] leaves;

    FieldsShape(Class<?> type, boolean unhashed) {
        nameHash = Shapes.nameHash(type);
        canonical = Canonical.class.isAssignableFrom(type);
        this.unhashed = unhashed;
        List<Field> fields = fields(type);
        words = words(fields.stream().filter(it -> !isFinal(it)).toList());
        references = references(fields.stream().filter(it -> !isFinal(it)).toList());
        parts = references(fields.stream()
                .filter(it -> isFinal(it) && !Shapes.isLeafType(it.getType()))
                .toList());
        leaves = new boolean[references.length];
        for (int index = 0; index < leaves.length; index++) {
            leaves[index] = Shapes.isLeafType(references[index].getType());
        }
        List<Field> hashed = fields.stream()
                .filter(it -> !it.isAnnotationPresent(Unhashed.class))
                .toList();
        hashedWords = words(hashed);
        hashedReferences = references(hashed);
    }

    /** The fields that count, accessible. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        Class<?> parent = type.getSuperclass();
        if (Shapes.isOwn(parent)) {
            fields.addAll(fields(parent));
        } else if (parent != Object.class && parent != Record.class) {
            throw new IllegalArgumentException(
                    "a snapshot does not know how to take down " + type.getName() + ", a " + parent.getName());
        }
        Arrays.stream(type.getDeclaredFields())
                .filter(it -> !Modifier.isStatic(it.getModifiers()) && !it.isAnnotationPresent(Constant.class))
                .sorted(Comparator.comparing(Field::getName))
                .forEach(it -> {
                    it.setAccessible(true);
                    fields.add(it);
                });
        return fields;
    }

    private static boolean isFinal(Field field) {
        return Modifier.isFinal(field.getModifiers());
    }

    private static SavedField[] words(List<Field> fields) {
        return fields.stream()
                .filter(it -> it.getType().isPrimitive())
                .map(SavedField::new)
                .toArray(SavedField[]::new);
    }

    private static Field[] references(List<Field> fields) {
        return fields.stream().filter(it -> !it.getType().isPrimitive()).toArray(Field[]::new);
    }

    @Override
    boolean isMutable() {
        return words.length + references.length > 0;
    }

    @Override
    boolean isUnhashed() {
        return unhashed;
    }

    @Override
    void save(Object object, Tape tape, Tracer tracer) {
        try {
            for (SavedField field : words) {
                tape.word(field.get(object));
            }
            for (int index = 0; index < references.length; index++) {
                Object value = references[index].get(object);
                tape.reference(value);
                if (!leaves[index]) {
                    tracer.follow(value);
                }
            }
            for (Field field : parts) {
                tracer.follow(field.get(object));
            }
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    @Override
    void restore(Object object, Tape.Reader tape) {
        try {
            for (SavedField field : words) {
                field.set(object, tape.word());
            }
            for (Field field : references) {
                field.set(object, tape.reference());
            }
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    @Override
    void hash(Object object, StateHasher hasher) {
        hasher.word(nameHash);
        if (canonical) {
            ((Canonical) object).describe(hasher);
            return;
        }
        try {
            for (SavedField field : hashedWords) {
                hasher.word(field.get(object));
            }
            for (Field field : hashedReferences) {
                hasher.reference(field.get(object));
            }
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    private static IllegalStateException inaccessible(IllegalAccessException e) {
        return new IllegalStateException("a field of the runtime is not accessible to itself", e);
    }
}
