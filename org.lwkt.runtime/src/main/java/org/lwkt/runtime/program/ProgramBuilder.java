// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Builds a {@link Program} statement by statement, in source order. {@link #at} gives the place of the statements that
 * follow. Bodies are given the same builder and are called at once. Not reusable after {@link #build}.
 */
public final class ProgramBuilder {
    private final String file;
    private List<Statement> statements = new ArrayList<>();
    private SourcePosition position = SourcePosition.NONE;
    private int locals;

    /** @param file the name that the positions of this program carry */
    public ProgramBuilder(String file) {
        this.file = file;
    }

    /** The place of the next statements: {@code line} and {@code column} counted from 1. */
    public ProgramBuilder at(int line, int column) {
        position = new SourcePosition(file, line, column);
        return this;
    }

    /** The place of the next statements, perhaps in another file. */
    public ProgramBuilder at(SourcePosition place) {
        position = place;
        return this;
    }

    /** Uses the CPU for {@code durationNs} nanoseconds, at least 0. */
    public ProgramBuilder run(long durationNs) {
        if (durationNs < 0) {
            throw new IllegalArgumentException("run time must not be negative: durationNs=" + durationNs);
        }
        return run(Expr.constant(durationNs));
    }

    /** Uses the CPU for as many nanoseconds. */
    public ProgramBuilder run(Expr durationNs) {
        return call(Opcode.RUN, durationNs);
    }

    public ProgramBuilder yieldThread() {
        return call(Opcode.YIELD);
    }

    public ProgramBuilder yieldQuick() {
        return call(Opcode.YIELD_QUICK);
    }

    public ProgramBuilder switchThread() {
        return call(Opcode.SWITCH);
    }

    /** The {@code wait} of an interrupt thread. */
    public ProgramBuilder awaitInterrupt() {
        return call(Opcode.WAIT);
    }

    /** @param thread number of the thread in the scenario */
    public ProgramBuilder schedule(int thread) {
        return call(Opcode.SCHEDULE, thread);
    }

    /** @param thread number of the thread in the scenario */
    public ProgramBuilder deschedule(int thread) {
        return call(Opcode.DESCHEDULE, thread);
    }

    public ProgramBuilder setPrioritySelf(int priority) {
        return call(Opcode.SETPRI_SELF, priority);
    }

    public ProgramBuilder migrateCpu(int cpu) {
        return call(Opcode.MIGRATE, cpu);
    }

    /** A kernel call with arguments that are known now; see {@link Opcode#operands}. */
    public ProgramBuilder call(Opcode opcode, long... arguments) {
        Expr[] constants = Arrays.stream(arguments).mapToObj(Expr::constant).toArray(Expr[]::new);
        return callInto(Statement.NOWHERE, opcode, constants);
    }

    /** A kernel call without arguments. */
    public ProgramBuilder call(Opcode opcode) {
        return callInto(Statement.NOWHERE, opcode);
    }

    /** A kernel call; what it answers is lost. */
    public ProgramBuilder call(Opcode opcode, Expr... arguments) {
        return callInto(Statement.NOWHERE, opcode, arguments);
    }

    /** A kernel call whose answer goes to a local variable. */
    public ProgramBuilder callInto(int local, Opcode opcode, Expr... arguments) {
        return add(opcode, local, "", null, arguments);
    }

    /**
     * A kernel call that makes the handler run elsewhere; see {@link Opcode#hasHandler}. The first local variables of the
     * handler begin with the arguments behind those of the call, as they are when it is made.
     */
    public ProgramBuilder callWith(Consumer<ProgramBuilder> handler, Opcode opcode, Expr... arguments) {
        return callInto(Statement.NOWHERE, handler, opcode, arguments);
    }

    /** As {@link #callWith}; what the call answers goes to a local variable. */
    public ProgramBuilder callInto(int local, Consumer<ProgramBuilder> handler, Opcode opcode, Expr... arguments) {
        ProgramBuilder body = new ProgramBuilder(file);
        body.position = position;
        handler.accept(body);
        return add(opcode, local, "", body.build(), arguments);
    }

    /** Notes that the thread came here. */
    public ProgramBuilder mark(String name) {
        return add(Opcode.MARK, Statement.NOWHERE, name, null);
    }

    /** Prints the text, in which each {@code {}} stands for one of the values. */
    public ProgramBuilder log(String text, Expr... values) {
        return add(Opcode.LOG, Statement.NOWHERE, text, null, values);
    }

    /** Panics with the text if the condition is false. */
    public ProgramBuilder assertTrue(Expr condition, String text) {
        return add(Opcode.ASSERT, Statement.NOWHERE, text, null, condition);
    }

    /** The number of one more local variable. */
    public int local() {
        return locals++;
    }

    /** Declares as many more local variables. */
    public ProgramBuilder locals(int count) {
        locals += count;
        return this;
    }

    /** Sets a local variable. */
    public ProgramBuilder set(int local, Expr value) {
        return add(new Statement.Set(local, value, position));
    }

    /** {@code crit_enter}, the body, {@code crit_exit}. */
    public ProgramBuilder critical(Consumer<ProgramBuilder> body) {
        return around(Opcode.CRIT_ENTER, Opcode.CRIT_EXIT, body);
    }

    /** {@code enter}, the body, {@code leave} with the same arguments. */
    public ProgramBuilder around(Opcode enter, Opcode leave, Consumer<ProgramBuilder> body, Expr... arguments) {
        SourcePosition start = position;
        return add(new Statement.Around(enter, leave, List.of(arguments), block(body), start));
    }

    /** Runs the body {@code turns} times; not at all for 0. */
    public ProgramBuilder repeat(long turns, Consumer<ProgramBuilder> body) {
        if (turns < 0) {
            throw new IllegalArgumentException("number of turns must not be negative: turns=" + turns);
        }
        return repeat(Expr.constant(turns), body);
    }

    /** Runs the body as many times; not at all for 0 or less. */
    public ProgramBuilder repeat(Expr turns, Consumer<ProgramBuilder> body) {
        SourcePosition start = position;
        return add(new Statement.Repeat(turns, block(body), start));
    }

    /** Runs the body without end. */
    public ProgramBuilder forever(Consumer<ProgramBuilder> body) {
        SourcePosition start = position;
        return add(new Statement.Forever(block(body), start));
    }

    /** Runs the body while the condition, which is evaluated before each turn, is true. */
    public ProgramBuilder whileTrue(Expr condition, Consumer<ProgramBuilder> body) {
        SourcePosition start = position;
        return add(new Statement.While(condition, block(body), start));
    }

    public ProgramBuilder ifTrue(Expr condition, Consumer<ProgramBuilder> then) {
        return ifElse(condition, then, it -> {});
    }

    public ProgramBuilder ifElse(Expr condition, Consumer<ProgramBuilder> then, Consumer<ProgramBuilder> otherwise) {
        SourcePosition start = position;
        return add(new Statement.If(condition, block(then), block(otherwise), start));
    }

    /** Runs one of the branches, each as likely as the others. */
    public ProgramBuilder choose(List<Consumer<ProgramBuilder>> branches) {
        SourcePosition start = position;
        return add(new Statement.Choose(branches.stream().map(this::block).toList(), start));
    }

    public ProgramBuilder exit() {
        return call(Opcode.EXIT);
    }

    /** Ends the program: the thread function returns where the last statement ends. */
    public Program build() {
        return new Program(statements, locals, position);
    }

    /** What follows the body without a place of its own stands at the place of the statement that has the body. */
    private List<Statement> block(Consumer<ProgramBuilder> body) {
        SourcePosition start = position;
        List<Statement> outer = statements;
        statements = new ArrayList<>();
        body.accept(this);
        List<Statement> block = statements;
        statements = outer;
        position = start;
        return block;
    }

    private ProgramBuilder add(Opcode opcode, int local, String text, Program handler, Expr... arguments) {
        int least = opcode.operands().size();
        boolean takesMore = opcode == Opcode.LOG || handler != null;
        if (arguments.length < least || arguments.length > least && !takesMore) {
            throw new IllegalArgumentException(
                    opcode + " takes " + least + " argument(s): arguments=" + arguments.length);
        }
        if (opcode.hasHandler() != (handler != null)) {
            throw new IllegalArgumentException(opcode + (handler == null ? " takes" : " takes no") + " handler");
        }
        if (handler != null && arguments.length - least > handler.locals()) {
            throw new IllegalArgumentException("the handler of " + opcode + " has " + handler.locals()
                    + " local variable(s) for values: values=" + (arguments.length - least));
        }
        if (local != Statement.NOWHERE && !opcode.answers()) {
            throw new IllegalArgumentException(opcode + " answers nothing");
        }
        return add(new Statement.Call(opcode, List.of(arguments), local, text, handler, position));
    }

    private ProgramBuilder add(Statement statement) {
        statements.add(statement);
        return this;
    }
}
