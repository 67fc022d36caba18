// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.Places;
import org.lwkt.dsl.model.WholeArrays;

/** What the subjects share. */
abstract class Checks extends AbstractLwktValidator {
    private static final int ERRORS_MAX = 1_000;

    /** {@link LwktValidator} is registered, and calls the others. */
    @Override
    public void register(EValidatorRegistrar registrar) {}

    /** For helpers, which cannot report themselves. */
    final void report(String message, EObject source, EStructuralFeature feature, String code, String... data) {
        error(message, source, feature, code, data);
    }

    /** Reports every element but the first of each name. */
    final <E extends EObject> void checkUnique(
            Collection<E> elements,
            Function<E, String> nameOf,
            EStructuralFeature feature,
            Function<String, String> title,
            String code) {
        Map<String, E> first = new HashMap<>();
        int reported = 0;
        for (E element : elements) {
            if (reported == ERRORS_MAX) {
                // Nobody reads more.
                return;
            }
            String name = nameOf.apply(element);
            if (name == null || name.isEmpty()) {
                continue;
            }
            E earlier = first.putIfAbsent(name, element);
            if (earlier != null) {
                reported++;
                error(
                        title.apply(name) + " is declared twice: the first is in line " + lineOf(earlier),
                        element,
                        feature,
                        code);
            }
        }
    }

    /** Reports a CPU number that the machine of {@code scenario} does not have. */
    final void checkCpu(Long cpu, ScenarioDeclaration scenario, EStructuralFeature feature, EObject source) {
        if (cpu != null) {
            isCpu(cpu, scenario, feature, source);
        }
    }

    /** As {@link #checkCpu}; whether there is no mistake. */
    final boolean isCpu(long cpu, ScenarioDeclaration scenario, EStructuralFeature feature, EObject source) {
        MachineFacts machine = MachineFacts.of(scenario);
        OptionalLong cpus = machine.cpus();
        if (cpus.isEmpty() || cpu >= 0 && cpu < cpus.getAsLong()) {
            return true;
        }
        long last = cpus.getAsLong() - 1;
        String has = last == 0 ? "has one CPU, 0" : "has the CPUs 0 .. " + last;
        error("there is no cpu " + cpu + ": " + machine.title() + " " + has, source, feature, IssueCodes.CPU_RANGE);
        return false;
    }

    /** Reports an index of what is no array or has no such element; whether there is no mistake. */
    final boolean checkIndex(Ref reference, EObject symbol) {
        if (reference.getIndex() == null) {
            return WholeArrays.mayBeAt(reference) || checkIsNoArray(reference, symbol);
        }
        if (Arrays.size(symbol) == null) {
            error(
                    "'" + Declarations.nameOf(symbol) + "' is no array",
                    reference,
                    LwktPackage.eINSTANCE.getRef_Index(),
                    IssueCodes.NOT_AN_ARRAY);
            return false;
        }
        OptionalLong index = Constants.of(reference.getIndex());
        int elements = Arrays.elements(symbol);
        if (index.isEmpty() || index.getAsLong() >= 0 && index.getAsLong() < elements) {
            return true;
        }
        error(
                "'" + Declarations.nameOf(symbol) + "' has no element " + index.getAsLong() + ": there are 0 .. "
                        + (elements - 1),
                reference,
                LwktPackage.eINSTANCE.getRef_Index(),
                IssueCodes.INDEX_RANGE);
        return false;
    }

    private boolean checkIsNoArray(Ref reference, EObject symbol) {
        if (Arrays.size(symbol) == null) {
            return true;
        }
        String name = Declarations.nameOf(symbol);
        error(
                "'" + name + "' is an array: say which one, such as " + name + "[0]",
                reference,
                null,
                IssueCodes.NOT_AN_ARRAY);
        return false;
    }

    final void neverHolds(String why, EObject condition) {
        neverHolds(why, condition, null);
    }

    final void neverHolds(String why, EObject condition, EStructuralFeature feature) {
        warning("this can never hold: " + why, condition, feature, IssueCodes.NEVER_HOLDS);
    }

    static String placeOf(EObject element, EObject reader) {
        return Places.placeOf(element, reader);
    }

    static String fileOf(EObject element) {
        return Places.fileOf(element);
    }

    static int lineOf(EObject element) {
        return Places.lineOf(element);
    }
}
