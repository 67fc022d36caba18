// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.lwkt.dsl.model.Kind;
import org.lwkt.runtime.program.BinaryOperator;

/** What an operator makes of two values. */
final class Operators {
    private Operators() {}

    /** {@code null} where the two do not go together. */
    static Kind kind(BinaryOperator operator, Kind left, Kind right) {
        boolean quantities = isQuantity(left) && isQuantity(right);
        return switch (operator) {
            case ADD, SUBTRACT, REMAINDER -> quantities && left == right ? left : null;
            case MULTIPLY -> !quantities || left == Kind.TIME && right == Kind.TIME ? null : timeIfEither(left, right);
            case DIVIDE -> {
                if (!quantities || left == Kind.INT && right == Kind.TIME) {
                    yield null;
                }
                yield left == right ? Kind.INT : left;
            }
            case EQUAL, NOT_EQUAL -> left == right ? Kind.BOOL : null;
            case LESS, AT_MOST, GREATER, AT_LEAST -> quantities && left == right ? Kind.BOOL : null;
            case AND, OR -> left == Kind.BOOL && right == Kind.BOOL ? Kind.BOOL : null;
        };
    }

    private static boolean isQuantity(Kind kind) {
        return kind == Kind.INT || kind == Kind.TIME;
    }

    private static Kind timeIfEither(Kind left, Kind right) {
        return left == Kind.TIME ? left : right;
    }
}
