// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/** An immutable thread body. The last instruction is always {@link Opcode#EXIT}. Build one with {@link ProgramBuilder}. */
public final class Program {
    private final Opcode[] opcodes;
    private final long[] operands;
    private final SourcePosition[] positions;
    private final int loopDepth;

    Program(List<Opcode> opcodes, List<Long> operands, List<SourcePosition> positions, int loopDepth) {
        this.opcodes = opcodes.toArray(new Opcode[0]);
        this.operands = operands.stream().mapToLong(Long::longValue).toArray();
        this.positions = positions.toArray(new SourcePosition[0]);
        this.loopDepth = loopDepth;
    }

    /** Number of instructions. */
    public int size() {
        return opcodes.length;
    }

    public Opcode opcode(int pc) {
        return opcodes[pc];
    }

    public long operand(int pc) {
        return operands[pc];
    }

    public SourcePosition position(int pc) {
        return positions[pc];
    }

    /** The largest number of counted loops that are open at once. */
    public int loopDepth() {
        return loopDepth;
    }

    /** Programs are values: the same instructions at the same places are the same program. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Program that
                && Arrays.equals(opcodes, that.opcodes)
                && Arrays.equals(operands, that.operands)
                && Arrays.equals(positions, that.positions);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(opcodes) + Arrays.hashCode(operands);
    }

    /** One instruction a line, for tests and for people. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int pc = 0; pc < opcodes.length; pc++) {
            lines.add(pc + " " + opcodes[pc] + " " + operands[pc] + " @" + positions[pc]);
        }
        return String.join("\n", lines);
    }
}
