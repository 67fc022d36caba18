// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.Iterator;
import java.util.List;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.program.Statement;
import org.lwkt.runtime.source.SourcePosition;

/** Prints the calls that build a body. A kernel call needs nothing here: it is named by its opcode. */
final class BodyPrinter {
    private final StatementWriter out;
    private final String file;
    private final Imports imports;
    private final ExprPrinter expressions;

    /** @param file of the scenario; places in others are written in full */
    BodyPrinter(StatementWriter out, String file, Imports imports, ExprPrinter expressions) {
        this.out = out;
        this.file = file;
        this.imports = imports;
        this.expressions = expressions;
    }

    void print(Program program) {
        if (program.locals() > 0) {
            out.statement("locals(" + program.locals() + ")", 1);
        }
        print(program.statements());
    }

    private void print(List<Statement> statements) {
        statements.forEach(this::print);
    }

    private void print(Statement statement) {
        String at = at(statement.position());
        switch (statement) {
            case Statement.Call it -> call(it, at);
            case Statement.Set it ->
                out.statement(
                        at + "set(" + it.local() + ", " + expressions.print(it.value()) + ")", weight(it.value()));
            case Statement.Repeat it -> block(at + "repeat(" + value(it.turns()) + ", ", it.body(), weight(it.turns()));
            case Statement.Forever it -> block(at + "forever(", it.body(), 1);
            case Statement.While it ->
                block(at + "whileTrue(" + expressions.print(it.condition()) + ", ", it.body(), weight(it.condition()));
            case Statement.If it -> choice(it, at);
            case Statement.Choose it -> choose(it, at);
            case Statement.Around it -> around(it, at);
        }
    }

    private void call(Statement.Call call, String at) {
        if (call.handler() != null) {
            handlerCall(call, at);
            return;
        }
        String words = switch (call.opcode()) {
            case RUN -> "run(" + value(call.arguments().getFirst());
            case EXIT -> "exit(";
            case MARK -> "mark(" + JavaText.string(call.text());
            case LOG -> "log(" + JavaText.string(call.text()) + expressions.expressions(call.arguments(), List.of());
            case ASSERT ->
                "assertTrue(" + expressions.print(call.arguments().getFirst()) + ", " + JavaText.string(call.text());
            default -> plain(call);
        };
        out.statement(at + words + ")", 1 + ExprPrinter.weight(call.arguments()));
    }

    private String plain(Statement.Call call) {
        Opcode opcode = call.opcode();
        return call.result() == Statement.NOWHERE
                ? "call(" + imports.use(opcode) + expressions.arguments(call.arguments(), opcode.operands())
                : "callInto(" + call.result() + ", " + imports.use(opcode)
                        + expressions.expressions(call.arguments(), opcode.operands());
    }

    private void handlerCall(Statement.Call call, String at) {
        String head = call.result() == Statement.NOWHERE ? "callWith(" : "callInto(" + call.result() + ", ";
        StatementWriter inner = out.open(at + head, 1 + ExprPrinter.weight(call.arguments()));
        with(inner).print(call.handler());
        out.close(", " + imports.use(call.opcode())
                + expressions.expressions(call.arguments(), call.opcode().operands()));
    }

    private void choice(Statement.If it, String at) {
        boolean both = !it.otherwise().isEmpty();
        String head = at + (both ? "ifElse(" : "ifTrue(") + expressions.print(it.condition()) + ", ";
        with(out.open(head, weight(it.condition()))).print(it.then());
        if (both) {
            with(out.next()).print(it.otherwise());
        }
        out.close("");
    }

    private void choose(Statement.Choose it, String at) {
        Iterator<List<Statement>> branches = it.branches().iterator();
        with(out.open(at + "choose(" + imports.use(List.class) + ".of(", 1)).print(branches.next());
        while (branches.hasNext()) {
            with(out.next()).print(branches.next());
        }
        out.close(")");
    }

    private void around(Statement.Around it, String at) {
        if (it.enter() == Opcode.CRIT_ENTER && it.leave() == Opcode.CRIT_EXIT) {
            block(at + "critical(", it.body(), 1);
            return;
        }
        String head = at + "around(" + imports.use(it.enter()) + ", " + imports.use(it.leave()) + ", ";
        with(out.open(head, 1 + ExprPrinter.weight(it.arguments()))).print(it.body());
        out.close(expressions.expressions(it.arguments(), it.enter().operands()));
    }

    private void block(String call, List<Statement> body, int weight) {
        with(out.open(call, weight)).print(body);
        out.close("");
    }

    private BodyPrinter with(StatementWriter inner) {
        return new BodyPrinter(inner, file, imports, expressions);
    }

    /** As a plain number where it is known. */
    private String value(Expr expression) {
        return expression instanceof Expr.Constant it ? JavaText.number(it.value()) : expressions.print(expression);
    }

    private static int weight(Expr expression) {
        return 1 + ExprPrinter.weight(expression);
    }

    private String at(SourcePosition position) {
        String place = position.line() + ", " + position.column();
        return position.file().equals(file)
                ? "at(" + place + ")."
                : "at(new " + imports.use(SourcePosition.class) + "(" + JavaText.string(position.file()) + ", " + place
                        + ")).";
    }
}
