// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Nearest;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.BudgetProperty;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.model.Budgets;
import org.lwkt.runtime.scenario.Budget;

/** The budgets of a machine: which there are, and how far they go. */
public class BudgetChecks extends Checks {
    @Check
    public void theBudgetIsKnown(BudgetProperty budget) {
        String name = budget.getLimit();
        if (name == null) {
            return;
        }
        if (!Budgets.names().contains(name)) {
            error(
                    "no budget is called '" + name + "': there are " + String.join(", ", Budgets.names())
                            + Nearest.hint(name, Budgets.names()),
                    LwktPackage.eINSTANCE.getBudgetProperty_Limit(),
                    IssueCodes.UNKNOWN_BUDGET,
                    Replacement.nearest(name, Budgets.names()));
        } else if (Budgets.limitOf(budget).isEmpty()) {
            error(
                    "'at one instant' limits steps, and not " + name,
                    LwktPackage.eINSTANCE.getBudgetProperty_Limit(),
                    IssueCodes.UNKNOWN_BUDGET);
        } else {
            checkRange(Budgets.limitOf(budget).orElseThrow(), budget.getMost());
        }
    }

    private void checkRange(Budget.Limit limit, Long most) {
        if (most != null && (most < 1 || most > limit.most())) {
            error(
                    Budgets.word(limit) + " is "
                            + (limit.most() == Long.MAX_VALUE ? "at least 1" : "1 .. " + limit.most()) + ", not "
                            + most,
                    LwktPackage.eINSTANCE.getBudgetProperty_Most(),
                    IssueCodes.VALUE_RANGE);
        }
    }
}
