// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.KernelPanic;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;

/** The instructions that are no kernel calls and take no time: variables, branches, loops, and notes in the trace. */
final class ControlFlow {
    private static final String PLACEHOLDER = "{}";

    private final Evaluator evaluator;
    private final SimClock clock;
    private final MachineObserver observer;
    private final KernelEvents events;

    ControlFlow(Evaluator evaluator, SimClock clock, MachineObserver observer, KernelEvents events) {
        this.evaluator = evaluator;
        this.clock = clock;
        this.observer = observer;
        this.events = events;
    }

    /** Runs the instruction at {@link Activation#pc} and goes on behind it; answers false if it is none of these. */
    boolean step(GlobalData gd, Activation activation, Opcode opcode) {
        Program program = activation.program;
        int pc = activation.pc;
        switch (opcode) {
            case JUMP -> activation.pc = program.target(pc);
            case SET -> {
                activation.slots[program.result(pc)] = value(gd, activation, pc);
                activation.pc = pc + 1;
            }
            case BRANCH -> activation.pc = value(gd, activation, pc) != 0 ? pc + 1 : program.target(pc);
            case LOOP_ENTER -> {
                long turns = value(gd, activation, pc);
                activation.slots[program.result(pc)] = turns;
                activation.pc = turns > 0 ? pc + 1 : program.target(pc);
            }
            case LOOP_NEXT -> activation.pc = --activation.slots[program.result(pc)] > 0 ? program.target(pc) : pc + 1;
            case MARK -> {
                observer.marked(clock.nowNs, gd.cpuId(), events.index(gd.curThread()), program.text(pc));
                activation.pc = pc + 1;
            }
            case LOG -> {
                events.kprintf(gd, text(gd, activation, pc));
                activation.pc = pc + 1;
            }
            case ASSERT -> {
                if (value(gd, activation, pc) == 0) {
                    throw new KernelPanic("KASSERT", program.text(pc));
                }
                activation.pc = pc + 1;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private long value(GlobalData gd, Activation activation, int pc) {
        return evaluator.value(gd, activation, activation.program.argument(pc, 0));
    }

    /** The text with the values in place of the placeholders; values beyond these follow behind. */
    private String text(GlobalData gd, Activation activation, int pc) {
        Program program = activation.program;
        String text = program.text(pc);
        StringBuilder line = new StringBuilder();
        int from = 0;
        for (int index = 0; index < program.arguments(pc); index++) {
            Expr argument = program.argument(pc, index);
            long value = evaluator.value(gd, activation, argument);
            int at = text.indexOf(PLACEHOLDER, from);
            if (at < 0) {
                line.append(text, from, text.length()).append(' ').append(value);
                from = text.length();
            } else {
                line.append(text, from, at).append(value);
                from = at + PLACEHOLDER.length();
            }
        }
        return line.append(text, from, text.length()).toString();
    }
}
