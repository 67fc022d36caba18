// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

/** An operator between two values of an {@link Expr}. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    /** Rounds towards 0; a divisor of 0 ends the run. */
    DIVIDE("/"),
    /** The sign is that of the left side; a divisor of 0 ends the run. */
    REMAINDER("%"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    /** The right side is evaluated only if the left one is true. */
    AND("and"),
    /** The right side is evaluated only if the left one is false. */
    OR("or");

    private final String sign;

    BinaryOperator(String sign) {
        this.sign = sign;
    }

    /** How the language writes it. */
    public String sign() {
        return sign;
    }
}
