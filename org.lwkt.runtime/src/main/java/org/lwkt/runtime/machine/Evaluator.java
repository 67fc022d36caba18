// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;

/** Values of expressions; what has none is a {@link ScriptError}. */
final class Evaluator {
    private final Draws draws;
    private final Questions questions;

    Evaluator(Draws draws, Questions questions) {
        this.draws = draws;
        this.questions = questions;
    }

    long value(GlobalData gd, Activation activation, Expr expression) {
        return expression instanceof Expr.Constant it ? it.value() : computed(gd, activation, expression);
    }

    private long computed(GlobalData gd, Activation activation, Expr expression) {
        return switch (expression) {
            case Expr.Constant it -> it.value();
            case Expr.Local it -> activation.slots[it.slot()];
            case Expr.Index it -> activation.owner().config.place();
            case Expr.Binary it -> binary(gd, activation, it);
            case Expr.Negated it -> negated(value(gd, activation, it.operand()));
            case Expr.Not it -> Arithmetic.of(value(gd, activation, it.operand()) == 0);
            case Expr.Element it -> element(it, value(gd, activation, it.index()));
            case Expr.Draw it -> draws.duration(gd, activation, it, this);
            case Expr.Pick it -> draws.choice(activation.owner(), it.count());
            case Expr.Ask it -> questions.answer(gd, activation, it, this);
        };
    }

    private long binary(GlobalData gd, Activation activation, Expr.Binary it) {
        BinaryOperator operator = it.operator();
        long left = value(gd, activation, it.left());
        if (operator == BinaryOperator.AND && left == 0) {
            return 0;
        }
        if (operator == BinaryOperator.OR && left != 0) {
            return 1;
        }
        long right = value(gd, activation, it.right());
        try {
            return Arithmetic.apply(operator, left, right);
        } catch (ArithmeticException noValue) {
            throw new ScriptError(noValue.getMessage());
        }
    }

    private static long element(Expr.Element array, long place) {
        try {
            return array.at(place);
        } catch (ArithmeticException noElement) {
            throw new ScriptError(noElement.getMessage());
        }
    }

    private static long negated(long value) {
        try {
            return Arithmetic.negated(value);
        } catch (ArithmeticException noValue) {
            throw new ScriptError(noValue.getMessage());
        }
    }
}
