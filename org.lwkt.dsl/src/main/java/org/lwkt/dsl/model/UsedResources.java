// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.Element;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;

/**
 * The resources that a run of a scenario has: of other files those that it uses, so that a large file of common declarations
 * costs nothing; all of its own file; its own.
 */
public final class UsedResources {
    private UsedResources() {}

    /** In the order of their numbers. */
    public static List<ResourceDeclaration> of(ScenarioDeclaration scenario) {
        List<ResourceDeclaration> resources = new ArrayList<>(imported(scenario));
        resources.addAll(Declarations.resources((LwktFile) scenario.eContainer()));
        resources.addAll(EcoreUtil2.typeSelect(scenario.getMembers(), ResourceDeclaration.class));
        return resources;
    }

    /** Those of other files, in the order in which they are first named: by the scenario, or by what it names. */
    public static List<ResourceDeclaration> imported(ScenarioDeclaration scenario) {
        List<ResourceDeclaration> used = new ArrayList<>();
        for (Element element : reachable(scenario)) {
            if (element instanceof ResourceDeclaration resource
                    && element.eResource() != scenario.eResource()
                    && element.eContainer() instanceof LwktFile) {
                used.add(resource);
            }
        }
        return used;
    }

    private static Set<Element> reachable(Element start) {
        Set<Element> reached = new LinkedHashSet<>();
        Deque<Element> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Element next = open.poll();
            if (reached.add(next)) {
                addReferences(next, open);
            }
        }
        return reached;
    }

    private static void addReferences(EObject part, Deque<Element> open) {
        addTargets(part, open);
        for (TreeIterator<EObject> parts = part.eAllContents(); parts.hasNext(); ) {
            addTargets(parts.next(), open);
        }
    }

    private static void addTargets(EObject part, Deque<Element> open) {
        for (EObject target : part.eCrossReferences()) {
            if (!target.eIsProxy() && target instanceof Element element) {
                open.add(element);
            }
        }
    }
}
