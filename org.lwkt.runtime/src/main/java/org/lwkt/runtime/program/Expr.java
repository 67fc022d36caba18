// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import java.util.List;

/**
 * A value that is known when an instruction runs: a 64-bit integer, a time in nanoseconds or a truth value (0 is false, 1
 * is true). Arithmetic is checked: what leaves the range ends the run at its line.
 */
public sealed interface Expr {
    Expr ZERO = new Constant(0);

    /** A number. */
    record Constant(long value) implements Expr {}

    /** A local variable of the running program. */
    record Local(int slot) implements Expr {}

    /** The place of the running thread in its array, from 0. */
    record Index() implements Expr {}

    /** Both sides are evaluated, the left one first, except where {@link BinaryOperator#AND} or OR need no right one. */
    record Binary(BinaryOperator operator, Expr left, Expr right) implements Expr {}

    record Negated(Expr operand) implements Expr {}

    record Not(Expr operand) implements Expr {}

    /**
     * The number of an element of an array, whose elements have numbers one after the other. An index outside of the array
     * ends the run.
     *
     * @param first the number of element 0
     * @param name of the array, for messages
     */
    record Element(long first, long count, Expr index, String name) implements Expr {
        /** @throws ArithmeticException with a text for people, where there is no such element */
        public long at(long place) {
            if (place < 0 || place >= count) {
                throw new ArithmeticException("no element " + name + "[" + place + "]: " + name + " has " + count
                        + (count == 1 ? " element" : " elements"));
            }
            return first + place;
        }
    }

    /** A random number from the scenario's stream of durations, drawn each time that it is evaluated. */
    record Draw(Distribution distribution, List<Expr> parameters) implements Expr {
        public Draw {
            parameters = List.copyOf(parameters);
        }
    }

    /** A number from 0 to {@code count - 1} from the scenario's stream of choices. */
    record Pick(int count) implements Expr {}

    /** What the state of the machine is at this instant. */
    record Ask(Question question, List<Expr> arguments) implements Expr {
        public Ask {
            arguments = List.copyOf(arguments);
        }
    }

    static Expr constant(long value) {
        return value == 0 ? ZERO : new Constant(value);
    }

    static Expr local(int slot) {
        return new Local(slot);
    }

    static Expr index() {
        return new Index();
    }

    static Expr binary(Expr left, BinaryOperator operator, Expr right) {
        return new Binary(operator, left, right);
    }

    static Expr negated(Expr operand) {
        return new Negated(operand);
    }

    static Expr not(Expr operand) {
        return new Not(operand);
    }

    static Expr element(long first, long count, Expr index, String name) {
        return new Element(first, count, index, name);
    }

    static Expr draw(Distribution distribution, Expr... parameters) {
        return new Draw(distribution, List.of(parameters));
    }

    static Expr ask(Question question, Expr... arguments) {
        return new Ask(question, List.of(arguments));
    }
}
