// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.FractionBounds;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.SweepParameter;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.SweepParameters;
import org.lwkt.runtime.scenario.Sweep;

/**
 * The tree of a scenario with parameters as it is in one run after the other. Nobody else sees it: it is parsed anew, in a
 * resource that belongs to no resource set. Places in it are those of the file. For one thread at a time.
 */
public final class RunTree {
    /** Of a constant {@code time} it is {@code timeParameter} that says which parameter stands there. */
    private static final String SUFFIX = "Parameter";

    private final ScenarioDeclaration scenario;
    private final List<List<Expression>> values = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Sweep.Parameter> parameters;
    private int size;

    /** A place where a constant may stand, and a parameter does. */
    private record Slot(EObject owner, EStructuralFeature constant, int parameter) {}

    RunTree(ScenarioDeclaration scenario) {
        this.scenario = scenario;
        scenario.getParameters().forEach(it -> values.add(List.copyOf(it.getValues())));
        parameters = parametersOf(scenario);
        for (TreeIterator<EObject> parts = scenario.eAllContents(); parts.hasNext(); ) {
            addSlots(parts.next());
            size++;
        }
    }

    /** The parameters with their values as they are written. */
    public static List<Sweep.Parameter> parametersOf(ScenarioDeclaration scenario) {
        return scenario.getParameters().stream()
                .map(it -> new Sweep.Parameter(
                        SweepParameters.nameOf(it),
                        it.getValues().stream().map(RunTree::text).toList()))
                .toList();
    }

    private static String text(Expression value) {
        return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(value));
    }

    private void addSlots(EObject owner) {
        for (EReference reference : owner.eClass().getEAllReferences()) {
            if (reference.getEReferenceType() == LwktPackage.eINSTANCE.getSweepParameter()
                    && reference.getName().endsWith(SUFFIX)
                    && owner.eGet(reference) instanceof SweepParameter parameter) {
                String name = reference.getName();
                EStructuralFeature constant =
                        owner.eClass().getEStructuralFeature(name.substring(0, name.length() - SUFFIX.length()));
                slots.add(new Slot(owner, constant, scenario.getParameters().indexOf(parameter)));
            }
        }
    }

    public ScenarioDeclaration scenario() {
        return scenario;
    }

    /** How many parts the scenario has. */
    public int size() {
        return size;
    }

    public Resource resource() {
        return scenario.eResource();
    }

    /** From now on the tree is that of this run. */
    public void choose(int run) {
        List<Integer> choice = Sweep.choice(parameters, run);
        for (int i = 0; i < choice.size(); i++) {
            List<Expression> single = scenario.getParameters().get(i).getValues();
            single.clear();
            single.add(values.get(i).get(choice.get(i)));
        }
        for (Slot slot : slots) {
            slot.owner().eSet(slot.constant(), value(slot, choice));
        }
    }

    private Long value(Slot slot, List<Integer> choice) {
        Expression value = values.get(slot.parameter()).get(choice.get(slot.parameter()));
        OptionalLong known =
                slot.owner() instanceof FractionBounds ? SweepParameters.fraction(value) : Constants.of(value);
        return known.isPresent() ? Long.valueOf(known.getAsLong()) : null;
    }
}
