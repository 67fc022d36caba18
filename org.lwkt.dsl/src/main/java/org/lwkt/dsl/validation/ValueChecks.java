// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.lwkt.ProcedureDeclaration;
import org.lwkt.dsl.lwkt.StateCondition;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.WhenEvent;
import org.lwkt.dsl.model.Kind;

/** What expressions come to: a number, a time, a truth value or something declared; what is known is computed already. */
public class ValueChecks extends Checks {
    @Check
    public void valuesAreOfTheirKind(ThreadDeclaration thread) {
        new ValueChecker(this).check(thread);
    }

    @Check
    public void valuesAreOfTheirKind(ProcedureDeclaration procedure) {
        new ValueChecker(this).check(procedure);
    }

    @Check
    public void conditionsAreTruthValues(StateCondition condition) {
        new ExpressionChecker(this).expect(Kind.BOOL, condition.getTruth());
    }

    @Check
    public void conditionsAreTruthValues(WhenEvent event) {
        new ExpressionChecker(this).expect(Kind.BOOL, event.getCondition());
    }
}
