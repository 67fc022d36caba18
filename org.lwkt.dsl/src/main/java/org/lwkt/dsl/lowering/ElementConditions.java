// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.model.Arrays;
import org.lwkt.dsl.model.WholeArrays;
import org.lwkt.runtime.program.Expr;

/** A condition as data: once for each combination of elements of the arrays that it names. */
final class ElementConditions {
    private final Numbering numbers;

    ElementConditions(Numbering numbers) {
        this.numbers = numbers;
    }

    List<Expr> forEachElement(Expression condition) {
        List<Expr> conditions = new ArrayList<>();
        add(condition, WholeArrays.in(condition), new HashMap<>(), conditions);
        return conditions;
    }

    private void add(Expression condition, List<EObject> arrays, Map<EObject, Integer> chosen, List<Expr> conditions) {
        if (chosen.size() == arrays.size()) {
            conditions.add(new ExprLowering(numbers.with(chosen), Map.of()).lower(condition));
            return;
        }
        EObject array = arrays.get(chosen.size());
        for (int element = 0; element < Arrays.elements(array); element++) {
            chosen.put(array, element);
            add(condition, arrays, chosen, conditions);
        }
        chosen.remove(array);
    }
}
