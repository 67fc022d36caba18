// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;

/** Values of expressions that are known before a run: numbers and the place in an array. */
final class KnownValue {
    private KnownValue() {}

    /**
     * @param index the place of the thread in its array
     * @throws IllegalArgumentException if the value is not known, or there is none
     */
    static long of(Expr expression, int index) {
        try {
            return value(expression, index);
        } catch (ArithmeticException noValue) {
            throw new IllegalArgumentException(noValue.getMessage(), noValue);
        }
    }

    private static long value(Expr expression, int index) {
        return switch (expression) {
            case Expr.Constant it -> it.value();
            case Expr.Index it -> index;
            case Expr.Negated it -> Arithmetic.negated(value(it.operand(), index));
            case Expr.Not it -> Arithmetic.of(value(it.operand(), index) == 0);
            case Expr.Binary it -> binary(it, index);
            case Expr.Element it -> it.at(value(it.index(), index));
            case Expr.Local it -> throw unknown("a local variable");
            case Expr.Draw it -> throw unknown("a random number");
            case Expr.Pick it -> throw unknown("a random number");
            case Expr.Ask it -> throw unknown("the state of the machine");
        };
    }

    private static long binary(Expr.Binary it, int index) {
        long left = value(it.left(), index);
        if (it.operator() == BinaryOperator.AND && left == 0) {
            return 0;
        }
        if (it.operator() == BinaryOperator.OR && left != 0) {
            return 1;
        }
        return Arithmetic.apply(it.operator(), left, value(it.right(), index));
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("not known before the run: " + what);
    }
}
