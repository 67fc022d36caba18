// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.Arrays;
import org.lwkt.runtime.machine.ThreadConfig;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.source.SourcePosition;

/** A kernel call with the values that it was made with. */
final class Call {
    /** Not a thread. */
    static final int NOBODY = -1;

    final Opcode opcode;
    final SourcePosition position;
    /** Number of the thread whose instruction it is, or the instruction of whose handler. */
    final int owner;
    /** What it gives to the kernel to run, or null. */
    final Program handler;

    private final long[] values;
    private int known;
    /** The message that it takes was made ready for it. */
    boolean prepared;
    /** The number of the thread that it makes, and what that is like. */
    int created;

    ThreadConfig createdConfig;

    Call(Program program, int pc, int owner) {
        this.owner = owner;
        opcode = program.opcode(pc);
        position = program.position(pc);
        handler = program.handler(pc);
        values = new long[opcode.operands().size()];
    }

    /** A call that no thread makes, about one resource. */
    Call(Opcode opcode, int resource, SourcePosition position) {
        this.opcode = opcode;
        this.position = position;
        owner = NOBODY;
        handler = null;
        values = new long[] {resource};
        known = 1;
    }

    /** The value of an operand; what comes later under this index belongs to something else. */
    void operand(int index, long value) {
        if (index < values.length && (known & 1 << index) == 0) {
            values[index] = value;
            known |= 1 << index;
        }
    }

    long value(int index) {
        return values[index];
    }

    int word(int index) {
        return (int) values[index];
    }

    boolean isLike(Call other) {
        return opcode == other.opcode && Arrays.equals(values, other.values);
    }
}
