// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Program;

/** The statements and events that could have ended a wait that nobody in particular had to end. */
final class Enders {
    private final ThreadTable threads;
    private final Resources resources;
    private final List<ScriptedEvent> script;
    private final List<SimThread> actors = new ArrayList<>();

    Enders(ThreadTable threads, Resources resources, List<ScriptedEvent> script) {
        this.threads = threads;
        this.resources = resources;
        this.script = script;
    }

    /** @param replies whether it is a port that replies come to */
    private record Awaited(SimThread waiter, Wait.What what, int resource, boolean replies) {}

    List<Wait.Ender> of(SimThread waiter, Wait.What what, int resource) {
        List<Wait.Ender> result = new ArrayList<>();
        Awaited awaited =
                new Awaited(waiter, what, resource, what == Wait.What.PORT && resources.takesReplies(resource));
        for (SimThread thread : actors()) {
            add(result, thread.program, thread, awaited);
        }
        for (ScriptedEvent event : script) {
            if (what == Wait.What.CHANNEL && event.kind().isWakeup() && event.subject() == resource) {
                result.add(new Wait.Ender("", event.position()));
            }
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

    private void add(List<Wait.Ender> result, Program program, SimThread thread, Awaited awaited) {
        for (int pc = 0; pc < program.size(); pc++) {
            if (ends(program, pc, awaited)) {
                result.add(new Wait.Ender(thread.config.name(), program.position(pc)));
            }
            if (program.handler(pc) != null) {
                add(result, program.handler(pc), thread, awaited);
            }
        }
    }

    private boolean ends(Program program, int pc, Awaited awaited) {
        Opcode opcode = program.opcode(pc);
        SimThread waiter = awaited.waiter();
        int resource = awaited.resource();
        return switch (awaited.what()) {
            case CHANNEL ->
                opcode.name().startsWith("WAKEUP_") || opcode == Opcode.WAKEUP
                        ? isAbout(program, pc, Operand.CHANNEL, resource)
                        : opcode == Opcode.SIGNAL && waiter.user && isAbout(program, pc, Operand.THREAD, waiter.index);
            case PORT ->
                switch (opcode) {
                    case SENDMSG, DOMSG, FORWARDMSG -> isAbout(program, pc, Operand.PORT, resource);
                    case REPLYMSG, ABORTMSG -> awaited.replies() && comesBackTo(resource, program.argument(pc, 0));
                    default -> false;
                };
            case SCHEDULE -> opcode == Opcode.SCHEDULE && isAbout(program, pc, Operand.THREAD, waiter.index);
            default -> false;
        };
    }

    /** Whether the message is replied to there, or is computed, so that it may be. */
    private boolean comesBackTo(int port, Expr message) {
        return !(message instanceof Expr.Constant it)
                || it.value() >= 0
                        && it.value() < resources.count()
                        && resources.config((int) it.value()).of() == port;
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
