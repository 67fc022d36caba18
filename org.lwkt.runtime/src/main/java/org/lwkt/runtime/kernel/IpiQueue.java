// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;

/** {@code struct lwkt_ipiq}: the messages from one CPU to another, first in first out. */
final class IpiQueue {
    private static final int SIZE_FIRST = 16;

    private IpiFunction[] functions = new IpiFunction[SIZE_FIRST];
    private Object[] arguments = new Object[SIZE_FIRST];
    private int[] arguments2 = new int[SIZE_FIRST];
    private int readIndex;
    private int writeIndex;

    boolean isEmpty() {
        return readIndex == writeIndex;
    }

    /** {@code ip_windex}: counts messages ever written, and wraps. */
    int writeIndex() {
        return writeIndex;
    }

    /** Whether a message is left that was written before {@code index}. */
    boolean hasBefore(int index) {
        return index - readIndex > 0;
    }

    void write(IpiFunction function, Object argument, int argument2) {
        if (writeIndex - readIndex == functions.length) {
            grow();
        }
        int slot = writeIndex & functions.length - 1;
        functions[slot] = function;
        arguments[slot] = argument;
        arguments2[slot] = argument2;
        writeIndex++;
    }

    IpiFunction function() {
        return functions[readIndex & functions.length - 1];
    }

    int argument2() {
        return arguments2[readIndex & functions.length - 1];
    }

    /** Takes the oldest message off and answers its argument; read the rest first. */
    Object take() {
        int slot = readIndex & functions.length - 1;
        Object argument = arguments[slot];
        arguments[slot] = null;
        readIndex++;
        return argument;
    }

    private void grow() {
        int size = functions.length;
        int head = readIndex & size - 1;
        functions = rotated(functions, head);
        arguments = rotated(arguments, head);
        int[] grown = new int[size * 2];
        System.arraycopy(arguments2, head, grown, 0, size - head);
        System.arraycopy(arguments2, 0, grown, size - head, head);
        arguments2 = grown;
        readIndex = 0;
        writeIndex = size;
    }

    private static <T> T[] rotated(T[] old, int head) {
        T[] grown = Arrays.copyOf(old, old.length * 2);
        Arrays.fill(grown, null);
        System.arraycopy(old, head, grown, 0, old.length - head);
        System.arraycopy(old, 0, grown, old.length - head, head);
        return grown;
    }
}
