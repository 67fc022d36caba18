// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.List;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.program.Statement;

/** Instructions name what exists, where they are known to; expressions are complete. */
final class ProgramChecks {
    /** Deeper expressions come from no person, and would use up the stack of who evaluates them. */
    private static final int DEPTH_MAX = 100;

    private static final long WORD_MAX = 0xffffffffL;

    private final int threads;
    private final int cpus;
    private final boolean complete;
    private final List<ResourceSpec.Kind> resources;

    /** @param complete whether resources are looked at too, and what handlers may do */
    ProgramChecks(Scenario scenario, boolean complete) {
        this.complete = complete;
        threads = scenario.threadCount();
        cpus = scenario.machine().cpus();
        resources = ResourceChecks.kinds(scenario);
    }

    void checkBody(Program body) {
        check(body, false);
    }

    private void check(Program program, boolean handler) {
        for (int pc = 0; pc < program.size(); pc++) {
            String place = program.position(pc).toString();
            Opcode opcode = program.opcode(pc);
            require(!complete || !handler || mayStandInHandler(opcode), place, opcode + " cannot stand in a handler");
            checkSlot(program, pc, program.result(pc), place);
            for (int index = 0; index < program.arguments(pc); index++) {
                Expr argument = program.argument(pc, index);
                check(program, pc, argument, place, 0);
                if (index < opcode.operands().size() && argument instanceof Expr.Constant constant) {
                    require(
                            isInRange(opcode.operands().get(index), constant.value()),
                            place,
                            "operand of " + opcode + " is out of range: " + constant.value());
                }
            }
            if (program.handler(pc) != null) {
                check(program.handler(pc), true);
            }
        }
    }

    /** What is a matter of the thread that runs it, not of whom it interrupts. */
    private static boolean mayStandInHandler(Opcode opcode) {
        return switch (opcode) {
            case RUN, WAIT, CREATE, USERENTER, USEREXIT -> false;
            default -> true;
        };
    }

    private static void checkSlot(Program program, int pc, int slot, String place) {
        // Loops and choices keep what they count behind the local variables.
        boolean hidden = switch (program.opcode(pc)) {
            case LOOP_ENTER, LOOP_NEXT, BRANCH -> true;
            case SET -> program.argument(pc, 0) instanceof Expr.Pick;
            default -> false;
        };
        int slots = hidden ? program.slots() : program.locals();
        require(slot == Statement.NOWHERE || slot >= 0 && slot < slots, place, "no such local variable: " + slot);
    }

    /** An expression outside of any program, which has no local variables. */
    static void checkExpression(Expr expression, String place) {
        check(null, 0, expression, place, 0);
    }

    private static void check(Program program, int pc, Expr expression, String place, int depth) {
        require(depth < DEPTH_MAX, place, "an expression is nested too deeply");
        switch (expression) {
            case Expr.Constant it -> {}
            case Expr.Index it -> {}
            case Expr.Local it -> {
                require(program != null && it.slot() >= 0, place, "no such local variable: " + it.slot());
                checkSlot(program, pc, it.slot(), place);
            }
            case Expr.Binary it -> {
                check(program, pc, it.left(), place, depth + 1);
                check(program, pc, it.right(), place, depth + 1);
            }
            case Expr.Negated it -> check(program, pc, it.operand(), place, depth + 1);
            case Expr.Not it -> check(program, pc, it.operand(), place, depth + 1);
            case Expr.Element it -> {
                require(it.count() > 0, place, it.name() + " has no elements");
                check(program, pc, it.index(), place, depth + 1);
            }
            case Expr.Draw it -> {
                int wanted = it.distribution().parameters();
                int given = it.parameters().size();
                require(
                        wanted < 0 ? given > 0 : given == wanted,
                        place,
                        it.distribution() + " does not take " + given + " parameter(s)");
                it.parameters().forEach(parameter -> check(program, pc, parameter, place, depth + 1));
            }
            case Expr.Pick it -> require(it.count() > 0, place, "a choice among " + it.count());
            case Expr.Ask it -> {
                Question question = it.question();
                require(
                        it.arguments().size() == question.arguments(),
                        place,
                        question + " takes " + question.arguments() + " argument(s)");
                it.arguments().forEach(argument -> check(program, pc, argument, place, depth + 1));
            }
        }
    }

    /** Threads, CPUs and resources that are known before the run are there, and of the kind that is asked for. */
    void checkAnswerable(Expr.Ask ask, String place) {
        for (int index = 0; index < ask.arguments().size(); index++) {
            if (ask.arguments().get(index) instanceof Expr.Constant constant) {
                Operand kind = ask.question().argument(index);
                boolean there = kind == null ? isLock(constant.value()) : isInRange(kind, constant.value());
                require(there, place, "operand of " + ask.question() + " is out of range: " + constant.value());
            }
        }
    }

    private boolean isLock(long number) {
        return is(number, ResourceSpec.Kind.TOKEN)
                || is(number, ResourceSpec.Kind.POOL_TOKEN)
                || is(number, ResourceSpec.Kind.SPINLOCK)
                || is(number, ResourceSpec.Kind.SERIALIZER)
                || is(number, ResourceSpec.Kind.LOCK);
    }

    private boolean isInRange(Operand operand, long value) {
        return switch (operand) {
            case THREAD -> value >= 0 && value < threads;
            case CPU -> value >= 0 && value < cpus;
            case CPU_MASK ->
                value == Operand.ALL_CPUS
                        || value == Operand.OTHER_CPUS
                        || value >= 0 && (cpus >= Operand.MASK_CPUS || value >>> cpus == 0);
            case PRIORITY -> value >= 0 && value <= ThreadPriority.MAX;
            case TIME, TIMEOUT -> value >= 0;
            case TOKEN -> is(value, ResourceSpec.Kind.TOKEN) || is(value, ResourceSpec.Kind.POOL_TOKEN);
            case SPINLOCK -> is(value, ResourceSpec.Kind.SPINLOCK);
            case SERIALIZER -> is(value, ResourceSpec.Kind.SERIALIZER);
            case LOCK -> is(value, ResourceSpec.Kind.LOCK);
            case CHANNEL -> is(value, ResourceSpec.Kind.CHANNEL);
            case PORT ->
                !complete
                        || value >= 0
                                && value < resources.size()
                                && resources.get((int) value).isPort();
            case MESSAGE -> is(value, ResourceSpec.Kind.MESSAGE);
            case CPUSYNC -> is(value, ResourceSpec.Kind.CPUSYNC);
            case FLAGS, DOMAIN, ERRNO, USER_PRIORITY -> value >= Integer.MIN_VALUE && value <= WORD_MAX;
            case COUNT, CONDITION -> true;
        };
    }

    private boolean is(long number, ResourceSpec.Kind kind) {
        return !complete || number >= 0 && number < resources.size() && resources.get((int) number) == kind;
    }

    private static void require(boolean holds, String place, String message) {
        if (!holds) {
            throw new IllegalArgumentException(place + ": " + message);
        }
    }
}
