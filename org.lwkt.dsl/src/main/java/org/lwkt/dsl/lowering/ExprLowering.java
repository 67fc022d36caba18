// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.Binary;
import org.lwkt.dsl.lwkt.CpuQuestion;
import org.lwkt.dsl.lwkt.Draw;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Held;
import org.lwkt.dsl.lwkt.HolderQuestion;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.MessageQuestion;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.Not;
import org.lwkt.dsl.lwkt.OwnQuestion;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SleepersQuestion;
import org.lwkt.dsl.lwkt.ThreadQuestion;
import org.lwkt.dsl.model.Constants;
import org.lwkt.runtime.program.Distribution;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Question;

/** Expressions of one body as data. What is known already becomes a number. */
final class ExprLowering {
    private final Numbering numbers;
    private final Map<EObject, Expr> values;

    /** @param values of the variables of the body, as far as they are declared, and of the parameters of what it is in */
    ExprLowering(Numbering numbers, Map<EObject, Expr> values) {
        this.numbers = numbers;
        this.values = values;
    }

    Expr lower(Expression expression) {
        OptionalLong known = Constants.of(expression);
        if (known.isPresent()) {
            return Expr.constant(known.getAsLong());
        }
        return switch (expression) {
            case Ref it -> reference(it);
            case Binary it -> Expr.binary(lower(it.getLeft()), Constants.operator(it), lower(it.getRight()));
            case Negation it -> Expr.negated(lower(it.getOperand()));
            case Not it -> Expr.not(lower(it.getOperand()));
            case Held it when it.getThread() == null -> Expr.ask(Question.HELD, lower(it.getResource()));
            case Held it -> Expr.ask(Question.HOLDS, reference(it.getThread()), lower(it.getResource()));
            case IndexValue it -> Expr.index();
            case OwnQuestion it -> Expr.ask(Question.valueOf(it.getQuestion().name()));
            case ThreadQuestion it -> Expr.ask(Question.valueOf(it.getQuestion().name()), reference(it.getThread()));
            case CpuQuestion it -> Expr.ask(Question.valueOf(it.getQuestion().name()), lower(it.getCpu()));
            case Draw it ->
                Expr.draw(
                        Distribution.valueOf(it.getDistribution().name()),
                        it.getParameters().stream().map(this::lower).toArray(Expr[]::new));
            case HolderQuestion it -> Expr.ask(Question.HOLDER, lower(it.getResource()));
            case MessageQuestion it -> Expr.ask(Question.DONE, reference(it.getMessage()));
            case SleepersQuestion it -> Expr.ask(Question.SLEEPERS, reference(it.getChannel()));
            default ->
                throw new IllegalStateException("an expression that cannot be lowered: "
                        + expression.eClass().getName());
        };
    }

    /** The number of what is meant, or the value of a variable or parameter. */
    Expr reference(Ref reference) {
        if (reference.isSelf()) {
            return Expr.ask(Question.SELF);
        }
        Expr value = values.get(reference.getSymbol());
        if (value != null) {
            return value;
        }
        return numbers.of(reference, reference.getIndex() == null ? null : lower(reference.getIndex()));
    }
}
