// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.conversion.Fractions;
import org.lwkt.dsl.conversion.MalformedValueException;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Literal;
import org.lwkt.dsl.lwkt.Negation;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.lwkt.Truism;

/** What varies between the runs of a scenario. In the tree of one run every parameter has a single value. */
public final class SweepParameters {
    private SweepParameters() {}

    /** {@code work} or {@code machine.cpus}. */
    public static String nameOf(SweepParameter parameter) {
        return parameter.isMachine() ? "machine." + parameter.getProperty() : parameter.getName();
    }

    /** The parameter that overrides a property of the scenario's machine. */
    public static Optional<SweepParameter> ofMachine(ScenarioDeclaration scenario, String property) {
        return scenario == null
                ? Optional.empty()
                : scenario.getParameters().stream()
                        .filter(it -> it.isMachine() && property.equals(it.getProperty()))
                        .findFirst();
    }

    /** The value in the tree of one run; of a parameter that has several, or none that can be read, there is none. */
    public static OptionalLong value(SweepParameter parameter) {
        return parameter.getValues().size() == 1
                ? Constants.of(parameter.getValues().getFirst())
                : OptionalLong.empty();
    }

    /** Whether the value differs between the runs. */
    public static boolean isOpen(SweepParameter parameter) {
        return parameter.getValues().size() != 1;
    }

    /** Whether there is a parameter in the expression whose value differs between the runs. */
    public static boolean isOpen(Expression expression) {
        return expression instanceof Ref itself && isOpenRef(itself)
                || expression != null
                        && EcoreUtil2.getAllContentsOfType(expression, Ref.class).stream()
                                .anyMatch(SweepParameters::isOpenRef);
    }

    private static boolean isOpenRef(Ref reference) {
        return Declarations.symbol(reference) instanceof SweepParameter parameter && isOpen(parameter);
    }

    /** What its first value is; empty where there is a fraction among them, which can stand as a bound alone. */
    public static Optional<Kind> kind(SweepParameter parameter) {
        boolean fraction = parameter.getValues().stream().anyMatch(it -> kind(it).isEmpty());
        return fraction || parameter.getValues().isEmpty()
                ? Optional.empty()
                : kind(parameter.getValues().getFirst());
    }

    /** What a value is; empty for a fraction. */
    public static Optional<Kind> kind(Expression value) {
        return switch (value) {
            case Truism it -> Optional.of(Kind.BOOL);
            case Negation it -> kind(it.getOperand());
            case Literal it when Constants.isTime(it) -> Optional.of(Kind.TIME);
            case Literal it when it.getText() != null && it.getText().indexOf('.') >= 0 -> Optional.empty();
            case null, default -> Optional.of(Kind.INT);
        };
    }

    /** A value in billionths; empty where it is no number. */
    public static OptionalLong fraction(Expression value) {
        if (!(value instanceof Literal literal) || literal.getText() == null || Constants.isTime(literal)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Fractions.parse(literal.getText()));
        } catch (MalformedValueException malformed) {
            return OptionalLong.empty();
        }
    }

    /** The values as numbers, as far as they are known. */
    public static List<Long> values(SweepParameter parameter) {
        return parameter.getValues().stream()
                .map(Constants::of)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    /** The scenario that the part is of, if it has parameters. */
    public static List<SweepParameter> around(EObject part) {
        ScenarioDeclaration scenario = Declarations.scenarioOf(part);
        return scenario == null ? List.of() : scenario.getParameters();
    }
}
