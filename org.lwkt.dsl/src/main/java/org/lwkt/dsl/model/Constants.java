// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.OptionalLong;
import org.lwkt.dsl.conversion.Durations;
import org.lwkt.dsl.conversion.MalformedValueException;
import org.lwkt.dsl.conversion.Numbers;
import org.lwkt.dsl.lwkt.Binary;
import org.lwkt.dsl.lwkt.ErrnoValue;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.Literal;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.Nobody;
import org.lwkt.dsl.lwkt.Not;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.Truism;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.BinaryOperator;

/** Values that are known from the text alone; times in nanoseconds, truth as 1 and 0. */
public final class Constants {
    /** What the kernel's questions answer where there is no thread. */
    private static final long NOBODY = -1;

    private Constants() {}

    /** Empty where the value is not known before a run, or there is none. */
    public static OptionalLong of(Expression expression) {
        return of(expression, OptionalLong.empty());
    }

    /** As {@link #of}, for the thread at this place of its array. */
    public static OptionalLong ofElement(Expression expression, int index) {
        return of(expression, OptionalLong.of(index));
    }

    private static OptionalLong of(Expression expression, OptionalLong index) {
        return switch (expression) {
            case Literal it -> literal(it);
            case Truism it -> OptionalLong.of(Arithmetic.of(!it.isNo()));
            case Nobody it -> OptionalLong.of(NOBODY);
            case ErrnoValue it ->
                it.getName() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(Errno.valueOf(it.getName()).value());
            case IndexValue it -> index;
            case Negation it -> negated(of(it.getOperand(), index));
            case Not it -> {
                OptionalLong operand = of(it.getOperand(), index);
                yield operand.isEmpty() ? operand : OptionalLong.of(Arithmetic.of(operand.getAsLong() == 0));
            }
            case Binary it -> binary(it, index);
            case Ref it when it.getSymbol() instanceof SweepParameter parameter -> SweepParameters.value(parameter);
            case null, default -> OptionalLong.empty();
        };
    }

    /** Whether the value is known to be this one. */
    public static boolean is(Expression expression, long value) {
        OptionalLong known = of(expression);
        return known.isPresent() && known.getAsLong() == value;
    }

    /** Whether the text of a literal has a unit. */
    public static boolean isTime(Literal literal) {
        return literal.getText() != null && literal.getText().chars().anyMatch(Character::isLetter);
    }

    /** The operator that is written so; {@code is} compares as well. */
    public static BinaryOperator operator(Binary binary) {
        String sign = "is".equals(binary.getOperator()) ? BinaryOperator.EQUAL.sign() : binary.getOperator();
        for (BinaryOperator operator : BinaryOperator.values()) {
            if (operator.sign().equals(sign)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("no operator is written " + sign);
    }

    private static OptionalLong literal(Literal literal) {
        try {
            return OptionalLong.of(
                    isTime(literal) ? Durations.parseNs(literal.getText()) : Numbers.parse(literal.getText()));
        } catch (MalformedValueException malformed) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong negated(OptionalLong value) {
        return value.isEmpty() || value.getAsLong() == Long.MIN_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(-value.getAsLong());
    }

    private static OptionalLong binary(Binary binary, OptionalLong index) {
        OptionalLong left = of(binary.getLeft(), index);
        OptionalLong right = left.isEmpty() ? left : of(binary.getRight(), index);
        if (right.isEmpty()) {
            return right;
        }
        try {
            return OptionalLong.of(Arithmetic.apply(operator(binary), left.getAsLong(), right.getAsLong()));
        } catch (ArithmeticException noValue) {
            return OptionalLong.empty();
        }
    }
}
