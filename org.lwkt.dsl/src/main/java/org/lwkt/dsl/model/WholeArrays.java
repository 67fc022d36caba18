// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.Expectation;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.Ref;

/** Arrays that are named without an index, which in an expectation means each of their elements. */
public final class WholeArrays {
    /** How many elements, or combinations of elements of several arrays, a condition may be about. */
    public static final int COMBINATIONS_MAX = 4096;

    private WholeArrays() {}

    /** Whether an array may stand there without an index. */
    public static boolean mayBeAt(Ref reference) {
        return EcoreUtil2.getContainerOfType(reference, Expectation.class) != null
                || Declarations.isInWhenCondition(reference);
    }

    /** In source order, each once. */
    public static List<EObject> in(Expression condition) {
        Set<EObject> arrays = new LinkedHashSet<>();
        List<Ref> references = new ArrayList<>(EcoreUtil2.getAllContentsOfType(condition, Ref.class));
        if (condition instanceof Ref itself) {
            references.add(itself);
        }
        for (Ref reference : references) {
            EObject symbol = Declarations.symbol(reference);
            if (reference.getIndex() == null && Arrays.size(symbol) != null) {
                arrays.add(symbol);
            }
        }
        return List.copyOf(arrays);
    }

    /** How many combinations of elements there are; more than {@link #COMBINATIONS_MAX} count as one more than that. */
    public static int combinations(Expression condition) {
        int combinations = 1;
        for (EObject array : in(condition)) {
            combinations = Math.min(combinations * Arrays.elements(array), COMBINATIONS_MAX + 1);
        }
        return combinations;
    }
}
