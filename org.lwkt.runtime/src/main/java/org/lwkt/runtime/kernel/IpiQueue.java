// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

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

    /** The indexes stay what they are, because a suspended drain remembers where its turn ends. */
    private void grow() {
        IpiFunction[] oldFunctions = functions;
        Object[] oldArguments = arguments;
        int[] oldArguments2 = arguments2;
        int size = oldFunctions.length;
        functions = new IpiFunction[size * 2];
        arguments = new Object[size * 2];
        arguments2 = new int[size * 2];
        for (int index = readIndex; index != writeIndex; index++) {
            int from = index & size - 1;
            int to = index & size * 2 - 1;
            functions[to] = oldFunctions[from];
            arguments[to] = oldArguments[from];
            arguments2[to] = oldArguments2[from];
        }
    }
}
