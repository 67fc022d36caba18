// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import org.lwkt.runtime.snapshot.Canonical;
import org.lwkt.runtime.snapshot.StateHasher;

/**
 * {@code struct lwkt_ipiq}: the messages from one CPU to another, first in first out. The indices count messages and wrap
 * as the C integers do.
 */
public final class IpiQueue implements Canonical {
    /** {@code MAXCPUFIFO}. */
    static final int SIZE_MAX = 256;

    private static final int SIZE_FIRST = 16;

    private IpiFunction[] functions = new IpiFunction[SIZE_FIRST];
    private Object[] arguments = new Object[SIZE_FIRST];
    private int[] arguments2 = new int[SIZE_FIRST];
    private int readIndex;
    private int doneIndex;
    private int writeIndex;
    /** {@code ip_drain}: what a waiting sender asks the target to drain to, 0: nobody waits. */
    int drain;

    IpiQueue() {}

    boolean isEmpty() {
        return readIndex == writeIndex;
    }

    /** Messages queued and not yet taken. */
    public int pending() {
        return writeIndex - readIndex;
    }

    /** {@code ip_rindex}: messages ever taken. */
    public int readIndex() {
        return readIndex;
    }

    /** {@code ip_xindex}: messages whose function has returned. */
    public int doneIndex() {
        return doneIndex;
    }

    /** {@code ip_windex}: messages ever written. */
    public int writeIndex() {
        return writeIndex;
    }

    /** {@code ip_drain}. */
    public int drain() {
        return drain;
    }

    void write(IpiFunction function, Object argument, int argument2) {
        if (pending() == functions.length) {
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

    /** The function of the message taken last has returned. */
    void done() {
        doneIndex = readIndex;
    }

    /** The messages that wait, without those that were taken. Waiting senders go by the indices. */
    @Override
    public void describe(StateHasher hasher) {
        hasher.word(doneIndex);
        hasher.word(readIndex);
        hasher.word(writeIndex);
        hasher.word(drain);
        for (int index = readIndex; index != writeIndex; index++) {
            int slot = index & functions.length - 1;
            hasher.reference(functions[slot]);
            hasher.reference(arguments[slot]);
            hasher.word(arguments2[slot]);
        }
    }

    private void grow() {
        int size = functions.length;
        if (size == SIZE_MAX) {
            throw new IllegalStateException("IPI queue overrun");
        }
        IpiFunction[] newFunctions = new IpiFunction[size * 2];
        Object[] newArguments = new Object[size * 2];
        int[] newArguments2 = new int[size * 2];
        for (int index = readIndex; index != writeIndex; index++) {
            int from = index & size - 1;
            int to = index & size * 2 - 1;
            newFunctions[to] = functions[from];
            newArguments[to] = arguments[from];
            newArguments2[to] = arguments2[from];
        }
        functions = newFunctions;
        arguments = newArguments;
        arguments2 = newArguments2;
    }
}
