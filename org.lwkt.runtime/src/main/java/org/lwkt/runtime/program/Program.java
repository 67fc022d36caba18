// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * An immutable thread body: its statements, and the flat list of instructions that they come to. The last instruction is
 * always {@link Opcode#EXIT}. Build one with {@link ProgramBuilder}.
 */
@Constant
public final class Program {
    private static final Expr[] NO_ARGUMENTS = {};

    private final List<Statement> statements;
    private final int locals;

    private final Opcode[] opcodes;
    private final Expr[][] arguments;
    private final int[] targets;
    private final int[] results;
    private final Statement[] origins;
    private final SourcePosition[] positions;
    private final int slots;

    Program(List<Statement> statements, int locals, SourcePosition end) {
        this.statements = List.copyOf(statements);
        this.locals = locals;
        Flattener flat = new Flattener(locals);
        flat.add(this.statements);
        flat.end(end);
        List<Instruction> code = flat.instructions();
        int size = code.size();
        opcodes = new Opcode[size];
        arguments = new Expr[size][];
        targets = new int[size];
        results = new int[size];
        origins = new Statement[size];
        positions = new SourcePosition[size];
        for (int pc = 0; pc < size; pc++) {
            Instruction instruction = code.get(pc);
            opcodes[pc] = instruction.opcode();
            arguments[pc] = instruction.arguments().toArray(NO_ARGUMENTS);
            targets[pc] = instruction.target();
            results[pc] = instruction.result();
            origins[pc] = instruction.origin();
            positions[pc] = instruction.position();
        }
        slots = flat.slots();
    }

    /** The body as it was written; the EXIT at its end is not among them. */
    public List<Statement> statements() {
        return statements;
    }

    /** How many local variables the statements use: their numbers are 0 to this minus 1. */
    public int locals() {
        return locals;
    }

    /** How many values a thread that runs it keeps: the local variables, then the loop counters. */
    public int slots() {
        return slots;
    }

    /** Number of instructions. */
    public int size() {
        return opcodes.length;
    }

    public Opcode opcode(int pc) {
        return opcodes[pc];
    }

    /** How many arguments the instruction has. */
    public int arguments(int pc) {
        return arguments[pc].length;
    }

    public Expr argument(int pc, int index) {
        return arguments[pc][index];
    }

    /** Where the instruction may go on instead of at the next one. */
    public int target(int pc) {
        return targets[pc];
    }

    /** The slot that takes what the instruction answers or counts, or {@link Statement#NOWHERE}. */
    public int result(int pc) {
        return results[pc];
    }

    /** Text of MARK, LOG and ASSERT. */
    public String text(int pc) {
        return origins[pc] instanceof Statement.Call call ? call.text() : "";
    }

    /** What runs at the other end of the call, or null. */
    public Program handler(int pc) {
        return origins[pc] instanceof Statement.Call call ? call.handler() : null;
    }

    public SourcePosition position(int pc) {
        return positions[pc];
    }

    /** Programs are values: the same statements at the same places are the same program. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Program that
                && locals == that.locals
                && statements.equals(that.statements)
                && positions[positions.length - 1].equals(that.positions[that.positions.length - 1]);
    }

    @Override
    public int hashCode() {
        return statements.hashCode();
    }

    /** One instruction a line, for tests and for people. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int pc = 0; pc < opcodes.length; pc++) {
            StringBuilder line = new StringBuilder(pc + " " + opcodes[pc]);
            for (Expr argument : arguments[pc]) {
                line.append(' ').append(argument instanceof Expr.Constant it ? it.value() : argument);
            }
            switch (opcodes[pc]) {
                case JUMP, BRANCH, LOOP_ENTER, LOOP_NEXT -> line.append(" to ").append(targets[pc]);
                default -> {}
            }
            if (results[pc] != Statement.NOWHERE) {
                line.append(" in ").append(results[pc]);
            }
            lines.add(line + " @" + positions[pc]);
        }
        return String.join("\n", lines);
    }
}
