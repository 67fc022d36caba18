// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Operand;

/** Prints expressions, and constants by what they mean. */
final class ExprPrinter {
    private final Imports imports;
    private final Constants constants;

    ExprPrinter(Imports imports, Constants constants) {
        this.imports = imports;
        this.constants = constants;
    }

    /** Arguments of a call, each after a comma: as numbers if all are known, else as expressions. */
    String arguments(List<Expr> arguments, List<Operand> operands) {
        boolean known = arguments.stream().allMatch(Expr.Constant.class::isInstance);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            Operand operand = i < operands.size() ? operands.get(i) : null;
            text.append(", ")
                    .append(
                            known
                                    ? number(((Expr.Constant) arguments.get(i)).value(), operand)
                                    : print(arguments.get(i), operand));
        }
        return text.toString();
    }

    /** As {@link #arguments}, always as expressions. */
    String expressions(List<Expr> arguments, List<Operand> operands) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            text.append(", ").append(print(arguments.get(i), i < operands.size() ? operands.get(i) : null));
        }
        return text.toString();
    }

    String print(Expr expression) {
        return print(expression, null);
    }

    private String print(Expr expression, Operand operand) {
        String expr = imports.use(Expr.class);
        return switch (expression) {
            case Expr.Constant it -> expr + ".constant(" + number(it.value(), operand) + ")";
            case Expr.Local it -> expr + ".local(" + it.slot() + ")";
            case Expr.Index it -> expr + ".index()";
            case Expr.Binary it ->
                expr + ".binary(" + print(it.left(), operand) + ", " + imports.qualified(it.operator()) + ", "
                        + print(it.right(), operand) + ")";
            case Expr.Negated it -> expr + ".negated(" + print(it.operand()) + ")";
            case Expr.Not it -> expr + ".not(" + print(it.operand()) + ")";
            case Expr.Element it ->
                expr + ".element(" + number(it.first(), operand) + ", " + it.count() + ", " + print(it.index()) + ", "
                        + JavaText.string(it.name()) + ")";
            case Expr.Draw it ->
                expr + ".draw(" + imports.qualified(it.distribution())
                        + it.parameters().stream().map(p -> ", " + print(p)).collect(Collectors.joining()) + ")";
            case Expr.Pick it -> "new " + expr + ".Pick(" + it.count() + ")";
            case Expr.Ask it -> {
                StringBuilder text = new StringBuilder(expr + ".ask(" + imports.qualified(it.question()));
                for (int i = 0; i < it.arguments().size(); i++) {
                    // What has no operand kind is a resource of some kind.
                    Operand kind = it.question().argument(i);
                    text.append(", ").append(print(it.arguments().get(i), kind == null ? Operand.TOKEN : kind));
                }
                yield text.append(")").toString();
            }
        };
    }

    /** How many things the expression is made of. */
    static int weight(Expr expression) {
        return 1
                + switch (expression) {
                    case Expr.Binary it -> weight(it.left()) + weight(it.right());
                    case Expr.Negated it -> weight(it.operand());
                    case Expr.Not it -> weight(it.operand());
                    case Expr.Element it -> weight(it.index());
                    case Expr.Draw it -> weight(it.parameters());
                    case Expr.Ask it -> weight(it.arguments());
                    default -> 0;
                };
    }

    static int weight(List<Expr> expressions) {
        return expressions.stream().mapToInt(ExprPrinter::weight).sum();
    }

    private String number(long value, Operand operand) {
        return switch (operand) {
            case THREAD -> constants.thread(value);
            case TOKEN, SPINLOCK, SERIALIZER, LOCK, CHANNEL, PORT, MESSAGE, CPUSYNC -> constants.resource(value);
            case PRIORITY -> priority(value);
            case CPU -> String.valueOf(value);
            case FLAGS, CPU_MASK, DOMAIN -> "0x" + Long.toHexString(value) + "L";
            case null, default -> JavaText.number(value);
        };
    }

    /** {@code ThreadPriority.KERN_DAEMON}, or the number where it has no name. */
    String priority(long value) {
        return ThreadPriority.names().stream()
                .filter(it -> ThreadPriority.byName(it).orElseThrow() == value)
                .findFirst()
                .map(it -> imports.use(ThreadPriority.class) + "." + it)
                .orElseGet(() -> String.valueOf(value));
    }
}
