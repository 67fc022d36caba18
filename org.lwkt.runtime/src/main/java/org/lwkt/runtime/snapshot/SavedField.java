// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.lang.reflect.Field;

/** A field of a primitive type, as a word. */
final class SavedField {
    private final Field field;
    private final char type;

    SavedField(Field field) {
        this.field = field;
        type = field.getType().descriptorString().charAt(0);
    }

    long get(Object object) throws IllegalAccessException {
        return switch (type) {
            case 'I' -> field.getInt(object);
            case 'J' -> field.getLong(object);
            case 'Z' -> field.getBoolean(object) ? 1 : 0;
            case 'D' -> Double.doubleToRawLongBits(field.getDouble(object));
            case 'F' -> Float.floatToRawIntBits(field.getFloat(object));
            case 'C' -> field.getChar(object);
            default -> field.getLong(object);
        };
    }

    void set(Object object, long word) throws IllegalAccessException {
        switch (type) {
            case 'I' -> field.setInt(object, (int) word);
            case 'J' -> field.setLong(object, word);
            case 'Z' -> field.setBoolean(object, word != 0);
            case 'D' -> field.setDouble(object, Double.longBitsToDouble(word));
            case 'F' -> field.setFloat(object, Float.intBitsToFloat((int) word));
            case 'C' -> field.setChar(object, (char) word);
            case 'S' -> field.setShort(object, (short) word);
            default -> field.setByte(object, (byte) word);
        }
    }
}
