// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Program;

/** The statements that could have ended a wait that nobody in particular had to end. */
final class Enders {
    private final ThreadTable threads;
    private final List<SimThread> actors = new ArrayList<>();

    Enders(ThreadTable threads) {
        this.threads = threads;
    }

    List<Wait.Ender> of(SimThread waiter, Wait.What what, int resource) {
        List<Wait.Ender> result = new ArrayList<>();
        for (SimThread thread : actors()) {
            add(result, thread.program, thread, waiter, what, resource);
        }
        return result;
    }

    /** One thread of each program, found once: the elements of an array, of which there may be a million, share theirs. */
    private List<SimThread> actors() {
        if (actors.isEmpty()) {
            Program before = null;
            for (int number = 0; number < threads.declared(); number++) {
                SimThread thread = threads.get(number);
                if (thread.program != before) {
                    actors.add(thread);
                }
                before = thread.program;
            }
        }
        return actors;
    }

    private static void add(
            List<Wait.Ender> result,
            Program program,
            SimThread thread,
            SimThread waiter,
            Wait.What what,
            int resource) {
        for (int pc = 0; pc < program.size(); pc++) {
            if (ends(program, pc, waiter, what, resource)) {
                result.add(new Wait.Ender(thread.config.name(), program.position(pc)));
            }
            if (program.handler(pc) != null) {
                add(result, program.handler(pc), thread, waiter, what, resource);
            }
        }
    }

    private static boolean ends(Program program, int pc, SimThread waiter, Wait.What what, int resource) {
        Opcode opcode = program.opcode(pc);
        return switch (what) {
            case CHANNEL ->
                opcode.name().startsWith("WAKEUP_") || opcode == Opcode.WAKEUP
                        ? isAbout(program, pc, Operand.CHANNEL, resource)
                        : opcode == Opcode.SIGNAL && waiter.user && isAbout(program, pc, Operand.THREAD, waiter.index);
            case PORT ->
                switch (opcode) {
                    case SENDMSG, DOMSG, FORWARDMSG -> isAbout(program, pc, Operand.PORT, resource);
                    default -> false;
                };
            case SCHEDULE -> opcode == Opcode.SCHEDULE && isAbout(program, pc, Operand.THREAD, waiter.index);
            default -> false;
        };
    }

    /** Whether the call's operand of that kind is the number, or is computed, so that it may be. */
    private static boolean isAbout(Program program, int pc, Operand kind, int number) {
        int index = program.opcode(pc).operands().indexOf(kind);
        if (index < 0) {
            return false;
        }
        return !(program.argument(pc, index) instanceof Expr.Constant it) || it.value() == number;
    }
}
