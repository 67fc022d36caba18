// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Builds a {@link Program} statement by statement, in source order. {@link #at} gives the place of the statements that
 * follow. Not reusable after {@link #build}.
 */
public final class ProgramBuilder {
    private final String file;
    private final List<Opcode> opcodes = new ArrayList<>();
    private final List<Long> operands = new ArrayList<>();
    private final List<SourcePosition> positions = new ArrayList<>();
    private SourcePosition position = SourcePosition.NONE;
    private int loops;
    private int loopDepth;

    /** @param file the name that the positions of this program carry */
    public ProgramBuilder(String file) {
        this.file = file;
    }

    /** The place of the next statements: {@code line} and {@code column} counted from 1. */
    public ProgramBuilder at(int line, int column) {
        position = new SourcePosition(file, line, column);
        return this;
    }

    /** Uses the CPU for {@code durationNs} nanoseconds, at least 0. */
    public ProgramBuilder run(long durationNs) {
        if (durationNs < 0) {
            throw new IllegalArgumentException("run time must not be negative: durationNs=" + durationNs);
        }
        return add(Opcode.RUN, durationNs);
    }

    public ProgramBuilder yieldThread() {
        return add(Opcode.YIELD, 0);
    }

    public ProgramBuilder yieldQuick() {
        return add(Opcode.YIELD_QUICK, 0);
    }

    public ProgramBuilder switchThread() {
        return add(Opcode.SWITCH, 0);
    }

    /** The {@code wait} of an interrupt thread. */
    public ProgramBuilder awaitInterrupt() {
        return add(Opcode.WAIT, 0);
    }

    /** {@code crit_enter}, the body, {@code crit_exit}. */
    public ProgramBuilder critical(Consumer<ProgramBuilder> body) {
        SourcePosition start = position;
        add(Opcode.CRIT_ENTER, 0);
        body.accept(this);
        position = start;
        return add(Opcode.CRIT_EXIT, 0);
    }

    /** @param thread index of the thread in the scenario, in order of declaration from 0 */
    public ProgramBuilder schedule(int thread) {
        return add(Opcode.SCHEDULE, thread);
    }

    /** @param thread index of the thread in the scenario, in order of declaration from 0 */
    public ProgramBuilder deschedule(int thread) {
        return add(Opcode.DESCHEDULE, thread);
    }

    public ProgramBuilder setPrioritySelf(int priority) {
        return add(Opcode.SETPRI_SELF, priority);
    }

    public ProgramBuilder migrateCpu(int cpu) {
        return add(Opcode.MIGRATE, cpu);
    }

    public ProgramBuilder exit() {
        return add(Opcode.EXIT, 0);
    }

    /** Runs the body {@code turns} times; not at all for 0. */
    public ProgramBuilder repeat(long turns, Consumer<ProgramBuilder> body) {
        if (turns < 0) {
            throw new IllegalArgumentException("number of turns must not be negative: turns=" + turns);
        }
        if (turns == 0) {
            return this;
        }
        SourcePosition start = position;
        add(Opcode.LOOP_ENTER, turns);
        int top = opcodes.size();
        loops++;
        loopDepth = Math.max(loopDepth, loops);
        body.accept(this);
        loops--;
        position = start;
        return add(Opcode.LOOP_NEXT, top);
    }

    /** Runs the body without end. */
    public ProgramBuilder forever(Consumer<ProgramBuilder> body) {
        SourcePosition start = position;
        int top = opcodes.size();
        body.accept(this);
        position = start;
        return add(Opcode.JUMP, top);
    }

    /** Ends the program: the thread function returns where the last statement ends. */
    public Program build() {
        exit();
        return new Program(opcodes, operands, positions, loopDepth);
    }

    private ProgramBuilder add(Opcode opcode, long operand) {
        opcodes.add(opcode);
        operands.add(operand);
        positions.add(position);
        return this;
    }
}
