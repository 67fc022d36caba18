// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.UsedResources;
import org.lwkt.runtime.program.Expr;

/** The numbers of a scenario's threads and of its resources, elements of arrays one after the other. */
final class Numbering {
    private final Map<EObject, Integer> firsts;
    private final Map<EObject, Integer> elements = new HashMap<>();

    Numbering(ScenarioDeclaration scenario) {
        firsts = new HashMap<>();
        int threads = 0;
        for (ThreadDeclaration thread : Declarations.threads(scenario)) {
            firsts.put(thread, threads);
            threads += Arrays.elements(thread);
        }
        int resources = 0;
        for (ResourceDeclaration resource : UsedResources.of(scenario)) {
            firsts.put(resource, resources);
            resources += Arrays.elements(resource);
        }
    }

    private Numbering(Map<EObject, Integer> firsts) {
        this.firsts = firsts;
    }

    /** The same numbers, but an array without an index means this one of its elements. */
    Numbering with(Map<EObject, Integer> elements) {
        Numbering chosen = new Numbering(firsts);
        chosen.elements.putAll(elements);
        return chosen;
    }

    /** The number of a thread, or of the first of an array. */
    int of(EObject declaration) {
        return firsts.get(declaration);
    }

    /**
     * The number of an element. An index that is known only when the program runs is compared with the limits of the array there.
     */
    Expr of(Ref reference, Expr index) {
        int first = firsts.get(reference.getSymbol());
        if (reference.getIndex() == null) {
            return Expr.constant(first + elements.getOrDefault(reference.getSymbol(), 0));
        }
        OptionalLong known = Constants.of(reference.getIndex());
        if (known.isPresent()) {
            return Expr.constant(first + known.getAsLong());
        }
        EObject array = reference.getSymbol();
        return Expr.element(first, Arrays.elements(array), index, Declarations.nameOf(array));
    }
}
