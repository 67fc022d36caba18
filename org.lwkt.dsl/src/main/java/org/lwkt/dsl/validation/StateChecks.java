// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.OwnQuestion;
import org.lwkt.dsl.lwkt.StateCondition;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.WholeArrays;
import org.lwkt.runtime.source.TimeText;

/** Conditions over the state of a run: nobody in particular asks, at known times. */
public class StateChecks extends Checks {
    @Check
    public void nobodyAsks(StateCondition condition) {
        for (EObject part : EcoreUtil2.eAllContentsAsList(condition)) {
            String word = switch (part) {
                case OwnQuestion it -> it.getQuestion().getLiteral();
                case IndexValue it -> "index";
                default -> null;
            };
            if (word != null) {
                error(
                        "'" + word + "' is of the thread that runs a body: outside of bodies there is none",
                        part,
                        null,
                        IssueCodes.TYPE);
            }
        }
    }

    @Check
    public void thereAreNotTooManyElements(StateCondition condition) {
        if (condition.getTruth() != null
                && WholeArrays.combinations(condition.getTruth()) > WholeArrays.COMBINATIONS_MAX) {
            error(
                    "this is about too many combinations of elements: there may be " + WholeArrays.COMBINATIONS_MAX,
                    LwktPackage.eINSTANCE.getStateCondition_Truth(),
                    IssueCodes.TOO_COMPLEX);
        }
    }

    @Check
    public void theTimeIsInTheRun(StateCondition condition) {
        MachineFacts machine = MachineFacts.of(Declarations.scenarioOf(condition));
        OptionalLong horizon = machine.horizonNs();
        if ("at".equals(condition.getWhen())
                && condition.getTime() != null
                && horizon.isPresent()
                && condition.getTime() >= horizon.getAsLong()) {
            neverHolds(
                    "the run ends at " + TimeText.of(horizon.getAsLong()) + ", the horizon of " + machine.title(),
                    condition,
                    LwktPackage.eINSTANCE.getStateCondition_Time());
        }
    }

    @Check
    public void theConditionIsNotKnown(StateCondition condition) {
        OptionalLong known = Constants.of(condition.getTruth());
        if (known.isPresent() && (known.getAsLong() == 0) != "never".equals(condition.getWhen())) {
            neverHolds("the condition does not change", condition);
        }
    }
}
