// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.Binary;
import org.lwkt.dsl.lwkt.Draw;
import org.lwkt.dsl.lwkt.ErrnoValue;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.Literal;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.Not;
import org.lwkt.dsl.lwkt.Parameter;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.Truism;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.SweepParameters;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.BinaryOperator;

/** What expressions are on a path, and which ways a condition lets it go. */
final class Conditions {
    private final OptionalLong index;

    /** @param index of the running thread in its array, where it is known */
    Conditions(OptionalLong index) {
        this.index = index;
    }

    /** The paths on which a condition holds, and those on which it does not. */
    record Parted(List<Path> holds, List<Path> fails) {
        Parted() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        List<Path> of(boolean truth) {
            return truth ? holds : fails;
        }

        Parted swapped() {
            return new Parted(fails, holds);
        }
    }

    /** @param at what is decided there: a loop, a branch */
    Parted part(Expression condition, List<Path> paths, EObject at) {
        if (condition instanceof Not not) {
            return part(not.getOperand(), paths, at).swapped();
        }
        if (condition instanceof Binary binary && binary.getOperator() != null) {
            BinaryOperator operator = Constants.operator(binary);
            if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
                boolean decisive = operator == BinaryOperator.OR;
                Parted left = part(binary.getLeft(), paths, at);
                Parted right = part(binary.getRight(), left.of(!decisive), at);
                Parted parted = new Parted();
                parted.of(decisive).addAll(left.of(decisive));
                parted.of(decisive).addAll(right.of(decisive));
                parted.of(!decisive).addAll(right.of(!decisive));
                return parted;
            }
            if (operator == BinaryOperator.NOT_EQUAL) {
                return partComparison(binary, paths, at).swapped();
            }
            if (operator == BinaryOperator.EQUAL) {
                return partComparison(binary, paths, at);
            }
        }
        Parted parted = new Parted();
        for (Path path : paths) {
            part(path, of(condition, path), key(condition, text(condition)), at, parted);
        }
        return parted;
    }

    /** Of what is equal more is known from there on. */
    private Parted partComparison(Binary binary, List<Path> paths, EObject at) {
        Parted parted = new Parted();
        for (Path path : paths) {
            Value left = of(binary.getLeft(), path);
            Value right = of(binary.getRight(), path);
            Value equal = compared(left, right);
            String leftText = text(binary.getLeft());
            String rightText = leftText == null ? null : text(binary.getRight());
            int before = parted.holds.size();
            part(path, equal, key(binary, rightText == null ? null : leftText + "==" + rightText), at, parted);
            if (equal.number().isEmpty()
                    && parted.holds.size() > before
                    && binary.getLeft() instanceof Ref variable
                    && right.number().isPresent()
                    && path.values.containsKey(variable.getSymbol())) {
                parted.holds.getLast().values.put(variable.getSymbol(), right);
            }
        }
        return parted;
    }

    private static void part(Path path, Value value, Object key, EObject at, Parted parted) {
        if (value.number().isPresent() || value.nonZero()) {
            parted.of(value.nonZero()).add(path);
            return;
        }
        Decision former = path.decisions.get(key);
        if (former != null && key instanceof Condition) {
            parted.of(former.way() == Decision.Way.TRUE).add(path);
            return;
        }
        Path otherwise = path.copy();
        path.decide(key, new Decision(at, Decision.Way.TRUE, value.sources()), value.vague());
        otherwise.decide(key, new Decision(at, Decision.Way.FALSE, value.sources()), value.vague());
        parted.holds.add(path);
        parted.fails.add(otherwise);
    }

    private static Object key(Expression condition, String text) {
        if (text == null) {
            return condition;
        }
        Set<EObject> variables = new HashSet<>();
        collect(condition, variables);
        return new Condition(text, variables);
    }

    private static void collect(EObject part, Set<EObject> variables) {
        if (part instanceof Ref reference) {
            variables.add(reference.getSymbol());
        }
        part.eContents().forEach(it -> collect(it, variables));
    }

    /** {@code null} where it may be another value each time. */
    private static String text(Expression expression) {
        return switch (expression) {
            case Literal it -> it.getText();
            case Truism it -> Boolean.toString(!it.isNo());
            case ErrnoValue it -> it.getName();
            case IndexValue it -> "index";
            case Ref it
            when it.getIndex() == null && Declarations.symbol(it) != null -> Declarations.nameOf(it.getSymbol());
            case Not it -> around("not", text(it.getOperand()), "");
            case Negation it -> around("-", text(it.getOperand()), "");
            case Binary it -> around(text(it.getLeft()), it.getOperator(), text(it.getRight()));
            case null, default -> null;
        };
    }

    private static String around(String left, String middle, String right) {
        return left == null || middle == null || right == null ? null : "(" + left + " " + middle + " " + right + ")";
    }

    Value of(Expression expression, Path path) {
        return switch (expression) {
            case IndexValue it -> index.isPresent() ? Value.known(index.getAsLong()) : Value.fresh("index");
            case Ref it -> of(it, path);
            case Draw it -> Value.fresh(it);
            case Not it -> {
                Value operand = of(it.getOperand(), path);
                yield operand.number().isPresent() || operand.nonZero()
                        ? Value.known(Arithmetic.of(!operand.nonZero()))
                        : derived(operand, operand);
            }
            case Negation it -> {
                Value operand = of(it.getOperand(), path);
                yield operand.number().isPresent() && operand.number().getAsLong() != Long.MIN_VALUE
                        ? Value.known(-operand.number().getAsLong())
                        : derived(operand, operand);
            }
            case Binary it
            when it.getOperator() != null ->
                of(Constants.operator(it), of(it.getLeft(), path), of(it.getRight(), path));
            case null -> Value.vague(Set.of());
            default -> {
                OptionalLong known = Constants.of(expression);
                // What is asked at one moment may be another thing at the next.
                yield known.isPresent()
                        ? Value.known(known.getAsLong())
                        : Value.fresh(expression.eClass().getName());
            }
        };
    }

    private Value of(BinaryOperator operator, Value left, Value right) {
        if (operator == BinaryOperator.EQUAL) {
            return compared(left, right);
        }
        if (left.number().isEmpty() || right.number().isEmpty()) {
            return derived(left, right);
        }
        try {
            return Value.known(Arithmetic.apply(
                    operator, left.number().getAsLong(), right.number().getAsLong()));
        } catch (ArithmeticException noValue) {
            return Value.vague(Set.of());
        }
    }

    private static Value compared(Value left, Value right) {
        if (left.number().isPresent() && right.number().isPresent()) {
            return Value.known(Arithmetic.of(left.number().equals(right.number())));
        }
        return left.nonZero() && right.equals(Value.ZERO) || right.nonZero() && left.equals(Value.ZERO)
                ? Value.ZERO
                : derived(left, right);
    }

    private static Value derived(Value left, Value right) {
        Set<Object> sources = new HashSet<>(left.sources());
        sources.addAll(right.sources());
        return new Value(OptionalLong.empty(), null, sources, false, left.vague() || right.vague());
    }

    private Value of(Ref reference, Path path) {
        EObject symbol = Declarations.symbol(reference);
        return switch (symbol) {
            case VariableDeclaration it -> path.values.getOrDefault(it, Value.vague(Set.of()));
            case Parameter it -> path.values.getOrDefault(it, Value.vague(Set.of()));
            case SweepParameter it -> {
                OptionalLong known = SweepParameters.value(it);
                yield known.isPresent() ? Value.known(known.getAsLong()) : Value.fresh(it);
            }
            case ResourceDeclaration it -> resource(it, reference, path);
            case null, default -> Value.vague(Set.of());
        };
    }

    private Value resource(ResourceDeclaration declaration, Ref reference, Path path) {
        if (reference.getIndex() == null) {
            return Value.of(Thing.of(declaration));
        }
        OptionalLong element = of(reference.getIndex(), path).number();
        boolean inside =
                element.isPresent() && element.getAsLong() >= 0 && element.getAsLong() < Arrays.elements(declaration);
        return Value.of(
                inside
                        ? new Thing(declaration, element.getAsLong(), null)
                        : new Thing(declaration, Thing.NO_ARRAY, reference));
    }

    /** What a reference means, or {@code null} where that is not known. */
    Thing thing(Ref reference, Path path) {
        return reference == null ? null : of(reference, path).thing();
    }
}
