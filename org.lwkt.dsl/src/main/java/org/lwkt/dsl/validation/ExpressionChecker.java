// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.conversion.Durations;
import org.lwkt.dsl.conversion.MalformedValueException;
import org.lwkt.dsl.conversion.Numbers;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.Binary;
import org.lwkt.dsl.lwkt.CpuQuestion;
import org.lwkt.dsl.lwkt.CpuQuestionKind;
import org.lwkt.dsl.lwkt.Draw;
import org.lwkt.dsl.lwkt.ErrnoValue;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Held;
import org.lwkt.dsl.lwkt.HolderQuestion;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.Literal;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MessageQuestion;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.Nobody;
import org.lwkt.dsl.lwkt.Not;
import org.lwkt.dsl.lwkt.OwnQuestion;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.SleepersQuestion;
import org.lwkt.dsl.lwkt.ThreadQuestion;
import org.lwkt.dsl.lwkt.Truism;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.Kind;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.BinaryOperator;

/**
 * Computes what expressions come to, and reports what comes to nothing. In bodies the kind of a variable is known once its
 * declaration {@linkplain #declare has been seen}.
 */
final class ExpressionChecker {
    /** The runtime refuses deeper ones. */
    private static final int DEPTH_MAX = 90;

    private final Map<VariableDeclaration, Kind> variables = new HashMap<>();
    private final Checks checks;

    /** @param checks who takes the errors */
    ExpressionChecker(Checks checks) {
        this.checks = checks;
    }

    void declare(VariableDeclaration variable, Kind kind) {
        variables.put(variable, kind);
    }

    /** {@code null} where it is not known, because of an error. */
    Kind kindOf(VariableDeclaration variable) {
        return variables.get(variable);
    }

    void time(Expression expression) {
        expect(Kind.TIME, expression);
        OptionalLong value = Constants.of(expression);
        if (value.isPresent() && value.getAsLong() < 0) {
            checks.report("a time is not negative here", expression, null, IssueCodes.VALUE_RANGE);
        }
    }

    void cpu(Expression expression) {
        if (expression != null && isA(Kind.INT, expression)) {
            OptionalLong cpu = Constants.of(expression);
            if (cpu.isPresent()) {
                isCpu(cpu.getAsLong(), expression);
            }
        }
    }

    boolean isCpu(long cpu, Expression place) {
        if (Declarations.procedureAround(place) != null) {
            // Who calls the procedure is checked against the machine.
            range(place, 0, MachineSpec.CPUS_MAX - 1, "a CPU");
            return cpu >= 0 && cpu < MachineSpec.CPUS_MAX;
        }
        return checks.isCpu(cpu, Declarations.scenarioOf(place), null, place);
    }

    void range(Expression expression, long least, long most, String title) {
        OptionalLong value = Constants.of(expression);
        if (value.isPresent() && (value.getAsLong() < least || value.getAsLong() > most)) {
            checks.report(
                    title + " is " + least + " .. " + most + ", not " + value.getAsLong(),
                    expression,
                    null,
                    IssueCodes.VALUE_RANGE);
        }
    }

    void expect(Kind wanted, Expression expression) {
        if (expression != null) {
            isA(wanted, expression);
        }
    }

    /** Reports what is not of the kind; what has an error already counts as not of it. */
    boolean isA(Kind wanted, Expression expression) {
        if (expression instanceof Literal literal && (wanted == Kind.TIME || wanted == Kind.INT)) {
            return isReadable(wanted, literal);
        }
        if (expression instanceof Nobody && wanted.isAnswered()) {
            return true;
        }
        Kind kind = kindOf(expression);
        return kind != null && !mismatch(wanted, kind, expression);
    }

    boolean mismatch(Kind wanted, Kind found, EObject place) {
        if (found == null || found == wanted) {
            return false;
        }
        checks.report("expected " + wanted.title() + ", and this is " + found.title(), place, null, IssueCodes.TYPE);
        return true;
    }

    /** Reports a literal that is neither a number nor a time. */
    boolean isReadable(Expression literal) {
        return literal instanceof Literal it && isReadable(Constants.isTime(it) ? Kind.TIME : Kind.INT, it);
    }

    private boolean isReadable(Kind wanted, Literal literal) {
        if (literal.getText() == null) {
            return false;
        }
        try {
            if (wanted == Kind.TIME) {
                Durations.parseNs(literal.getText());
            } else {
                Numbers.parse(literal.getText());
            }
            return true;
        } catch (MalformedValueException malformed) {
            checks.report(
                    malformed.getMessage(), literal, null, IssueCodes.VALUE, Replacement.data(malformed.replacement()));
            return false;
        }
    }

    /** {@code null} where an error is reported, or a name means nothing. */
    Kind kindOf(Expression expression) {
        return kindOf(expression, 0);
    }

    private Kind kindOf(Expression expression, int depth) {
        if (depth >= DEPTH_MAX && expression != null && !expression.eContents().isEmpty()) {
            checks.report(
                    "this is too long: an expression has at most " + DEPTH_MAX + " levels",
                    expression,
                    null,
                    IssueCodes.TOO_COMPLEX);
            return null;
        }
        return switch (expression) {
            case Literal it -> {
                Kind kind = Constants.isTime(it) ? Kind.TIME : Kind.INT;
                yield isReadable(kind, it) ? kind : null;
            }
            case Truism it -> Kind.BOOL;
            case Nobody it -> Kind.THREAD;
            case Ref it -> element(it);
            case Not it -> {
                Kind operand = kindOf(it.getOperand(), depth + 1);
                yield operand == null || mismatch(Kind.BOOL, operand, it.getOperand()) ? null : Kind.BOOL;
            }
            case Negation it -> {
                Kind operand = kindOf(it.getOperand(), depth + 1);
                yield operand == null || operand == Kind.TIME || mismatch(Kind.INT, operand, it.getOperand())
                        ? operand == Kind.TIME ? operand : null
                        : Kind.INT;
            }
            case Held it -> {
                element(it.getThread());
                yield isHeld(it.getResource(), depth) ? Kind.BOOL : null;
            }
            case HolderQuestion it -> isHeld(it.getResource(), depth) ? Kind.THREAD : null;
            case Binary it -> kindOf(it, depth);
            case IndexValue it -> Kind.INT;
            case ErrnoValue it -> it.getName() == null ? null : Kind.INT;
            case Draw it -> kindOf(it, depth);
            case OwnQuestion it ->
                switch (it.getQuestion()) {
                    case NOW -> Kind.TIME;
                    case CPU -> Kind.INT;
                    case SELF -> Kind.THREAD;
                };
            case ThreadQuestion it -> {
                element(it.getThread());
                yield switch (it.getQuestion()) {
                    case PRIORITY, CPU_OF -> Kind.INT;
                    case RUNNING, ASLEEP, STARTED, ENDED -> Kind.BOOL;
                };
            }
            case CpuQuestion it -> {
                cpu(it.getCpu());
                yield it.getQuestion() == CpuQuestionKind.CURRENT ? Kind.THREAD : Kind.INT;
            }
            case SleepersQuestion it -> {
                element(it.getChannel());
                yield Kind.INT;
            }
            case MessageQuestion it -> {
                element(it.getMessage());
                yield Kind.BOOL;
            }
            case null, default -> null;
        };
    }

    private boolean isHeld(Expression resource, int depth) {
        Kind kind = kindOf(resource, depth + 1);
        if (kind == null || resource instanceof Ref && kind.isLock()) {
            return true;
        }
        checks.report(
                "what is held is a token or a lock, and this is " + kind.title(), resource, null, IssueCodes.TYPE);
        return false;
    }

    private Kind kindOf(Draw draw, int depth) {
        if (!Declarations.isInBody(draw)) {
            checks.report("random numbers are drawn in bodies alone", draw, null, IssueCodes.TYPE);
            return null;
        }
        Kind kind = null;
        for (Expression parameter : draw.getParameters()) {
            Kind next = kindOf(parameter, depth + 1);
            if (next == null || kind != null && mismatch(kind, next, parameter)) {
                return null;
            }
            kind = next;
        }
        return new DrawCheck(checks, draw).hasItsParameters(kind) ? kind : null;
    }

    private Kind kindOf(Binary binary, int depth) {
        Kind left = kindOf(binary.getLeft(), depth + 1);
        Kind right = kindOf(binary.getRight(), depth + 1);
        if (left == null || right == null) {
            return null;
        }
        // There is none of either.
        if (binary.getLeft() instanceof Nobody && right.isAnswered()) {
            left = right;
        } else if (binary.getRight() instanceof Nobody && left.isAnswered()) {
            right = left;
        }
        Kind kind = Operators.kind(Constants.operator(binary), left, right);
        if (kind == null) {
            checks.report(
                    "'" + binary.getOperator() + "' does not go with " + left.title() + " and " + right.title(),
                    binary,
                    LwktPackage.eINSTANCE.getBinary_Operator(),
                    IssueCodes.TYPE);
            return null;
        }
        return hasValue(binary) ? kind : null;
    }

    private boolean hasValue(Binary binary) {
        OptionalLong left = Constants.of(binary.getLeft());
        OptionalLong right = Constants.of(binary.getRight());
        boolean divides = Constants.operator(binary) == BinaryOperator.DIVIDE
                || Constants.operator(binary) == BinaryOperator.REMAINDER;
        if (right.isEmpty() || left.isEmpty() && !(divides && right.getAsLong() == 0)) {
            return true;
        }
        try {
            Arithmetic.apply(Constants.operator(binary), left.orElse(0), right.getAsLong());
            return true;
        } catch (ArithmeticException noValue) {
            String message = left.isEmpty() ? "division by zero" : noValue.getMessage();
            checks.report(message, binary, LwktPackage.eINSTANCE.getBinary_Operator(), IssueCodes.NO_VALUE);
            return false;
        }
    }

    /** What is referred to; the index, if there is one, is within the array. */
    Kind element(Ref reference) {
        if (reference == null) {
            return null;
        }
        if (reference.isSelf()) {
            return Kind.THREAD;
        }
        EObject symbol = Declarations.symbol(reference);
        if (symbol == null) {
            return null;
        }
        if (reference.getIndex() != null) {
            expect(Kind.INT, reference.getIndex());
        }
        if (!checks.checkIndex(reference, symbol)) {
            return null;
        }
        Kind kind = Kind.of(symbol).orElseGet(() -> variables.get(symbol));
        Optional<Kind> wanted = Kind.wantedAt(reference);
        return wanted.isPresent() && mismatch(wanted.get(), kind, reference) ? null : kind;
    }
}
