// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.Expression;
import org.lwkt.dsl.lwkt.IndexValue;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.OwnQuestion;
import org.lwkt.dsl.lwkt.StateCondition;
import org.lwkt.dsl.lwkt.WhenEvent;
import org.lwkt.dsl.model.Constants;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.WholeArrays;
import org.lwkt.runtime.source.TimeText;

/** Conditions over the state of a run: nobody in particular asks, at known times. */
public class StateChecks extends Checks {
    @Check
    public void itIsAboutTheState(StateCondition condition) {
        checkCondition(condition.getTruth(), condition, LwktPackage.eINSTANCE.getStateCondition_Truth());
    }

    @Check
    public void itIsAboutTheState(WhenEvent event) {
        checkCondition(event.getCondition(), event, LwktPackage.eINSTANCE.getWhenEvent_Condition());
    }

    private void checkCondition(Expression truth, EObject owner, EStructuralFeature feature) {
        if (truth == null) {
            return;
        }
        checkNobodyAsks(truth);
        for (EObject part : EcoreUtil2.eAllContentsAsList(truth)) {
            checkNobodyAsks(part);
        }
        if (WholeArrays.combinations(truth) > WholeArrays.COMBINATIONS_MAX) {
            error(
                    "this is about too many combinations of elements: there may be " + WholeArrays.COMBINATIONS_MAX,
                    owner,
                    feature,
                    IssueCodes.TOO_COMPLEX);
        }
    }

    private void checkNobodyAsks(EObject part) {
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

    @Check
    public void theConditionComesTrue(WhenEvent event) {
        OptionalLong known = Constants.of(event.getCondition());
        if (known.isPresent() && known.getAsLong() == 0) {
            warning(
                    "this never happens: the condition is never true",
                    event,
                    LwktPackage.eINSTANCE.getWhenEvent_Condition(),
                    IssueCodes.NEVER_HAPPENS);
        }
    }
}
