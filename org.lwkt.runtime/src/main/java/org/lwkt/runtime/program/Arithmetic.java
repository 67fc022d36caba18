// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

/** Checked 64-bit arithmetic of {@link Expr}. Truth is 1 and 0; everything but 0 is true. */
public final class Arithmetic {
    private Arithmetic() {}

    /**
     * The value of an operator other than AND and OR, whose right side may not be evaluated.
     *
     * @throws ArithmeticException with a text for people, where the result has no 64 bits or the divisor is 0
     */
    public static long apply(BinaryOperator operator, long left, long right) {
        return switch (operator) {
            case ADD ->
                checked(operator, left, right, left + right, ((left ^ left + right) & (right ^ left + right)) < 0);
            case SUBTRACT -> checked(operator, left, right, left - right, ((left ^ right) & (left ^ left - right)) < 0);
            case MULTIPLY -> checked(operator, left, right, left * right, overflows(left, right));
            case DIVIDE -> {
                requireDivisor(operator, left, right);
                yield checked(operator, left, right, left / right, left == Long.MIN_VALUE && right == -1);
            }
            case REMAINDER -> {
                requireDivisor(operator, left, right);
                yield left % right;
            }
            case EQUAL -> of(left == right);
            case NOT_EQUAL -> of(left != right);
            case LESS -> of(left < right);
            case AT_MOST -> of(left <= right);
            case GREATER -> of(left > right);
            case AT_LEAST -> of(left >= right);
            case AND -> of(left != 0 && right != 0);
            case OR -> of(left != 0 || right != 0);
        };
    }

    /** @throws ArithmeticException for the least number, whose negative has no 64 bits */
    public static long negated(long value) {
        if (value == Long.MIN_VALUE) {
            throw new ArithmeticException("overflow: -(" + value + ")");
        }
        return -value;
    }

    public static long of(boolean truth) {
        return truth ? 1 : 0;
    }

    private static boolean overflows(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        return high != left * right >> Long.SIZE - 1;
    }

    private static long checked(BinaryOperator operator, long left, long right, long value, boolean overflow) {
        if (overflow) {
            throw new ArithmeticException("overflow: " + left + " " + operator.sign() + " " + right);
        }
        return value;
    }

    private static void requireDivisor(BinaryOperator operator, long left, long right) {
        if (right == 0) {
            throw new ArithmeticException("division by zero: " + left + " " + operator.sign() + " 0");
        }
    }
}
