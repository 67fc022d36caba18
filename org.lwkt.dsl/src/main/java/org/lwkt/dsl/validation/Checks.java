// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.MachineFacts;

/** What the subjects share. */
abstract class Checks extends AbstractLwktValidator {
    /** {@link LwktValidator} is registered, and calls the others. */
    @Override
    public void register(EValidatorRegistrar registrar) {}

    /** Reports every element but the first of each name. */
    final <E extends EObject> void checkUnique(
            Collection<E> elements,
            Function<E, String> nameOf,
            EStructuralFeature feature,
            Function<String, String> title,
            String code) {
        Map<String, E> first = new HashMap<>();
        for (E element : elements) {
            String name = nameOf.apply(element);
            if (name == null || name.isEmpty()) {
                continue;
            }
            E earlier = first.putIfAbsent(name, element);
            if (earlier != null) {
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
        MachineFacts machine = MachineFacts.of(scenario);
        OptionalLong cpus = machine.cpus();
        if (cpu == null || cpus.isEmpty() || cpu < cpus.getAsLong()) {
            return;
        }
        long last = cpus.getAsLong() - 1;
        String has = last == 0 ? "has one CPU, 0" : "has the CPUs 0 .. " + last;
        error("there is no cpu " + cpu + ": " + machine.title() + " " + has, source, feature, IssueCodes.CPU_RANGE);
    }

    static int lineOf(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        return node == null ? 0 : node.getStartLine();
    }
}
