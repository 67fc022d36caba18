// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.AtEvent;
import org.lwkt.dsl.lwkt.InterruptEvery;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.runtime.source.TimeText;

/** Interrupts of a script: whom they reach, where and when. */
public class EventChecks extends Checks {
    @Check
    public void atReachesAnInterruptThread(AtEvent event) {
        checkTarget(event.getTarget(), LwktPackage.eINSTANCE.getAtEvent_Target(), event);
        checkCpu(event.getCpu(), Declarations.scenarioOf(event), LwktPackage.eINSTANCE.getAtEvent_Cpu(), event);
        checkHorizon(event.getTime(), LwktPackage.eINSTANCE.getAtEvent_Time(), event);
    }

    @Check
    public void everyReachesAnInterruptThread(InterruptEvery event) {
        checkTarget(event.getTarget(), LwktPackage.eINSTANCE.getInterruptEvery_Target(), event);
        checkCpu(event.getCpu(), Declarations.scenarioOf(event), LwktPackage.eINSTANCE.getInterruptEvery_Cpu(), event);
        checkHorizon(event.getFirst(), LwktPackage.eINSTANCE.getInterruptEvery_First(), event);
    }

    @Check
    public void thePeriodIsPositive(InterruptEvery event) {
        if (event.getPeriod() != null && event.getPeriod() == 0) {
            error(
                    "the time between two interrupts must be more than 0",
                    LwktPackage.eINSTANCE.getInterruptEvery_Period(),
                    IssueCodes.PERIOD_RANGE);
        }
    }

    @Check
    public void theLimitsAreInOrder(InterruptEvery event) {
        long first = event.getFirst() == null ? 0 : event.getFirst();
        if (event.getUntil() != null && event.getUntil() <= first) {
            error(
                    "no interrupt arrives before 'until " + TimeText.of(event.getUntil()) + "': the first is at "
                            + TimeText.of(first),
                    LwktPackage.eINSTANCE.getInterruptEvery_Until(),
                    IssueCodes.EMPTY_PERIOD);
        }
    }

    private void checkTarget(Ref target, EStructuralFeature feature, EObject event) {
        ThreadDeclaration thread = Declarations.thread(target);
        if (thread != null && !thread.isInterrupt()) {
            error(
                    "'" + thread.getName() + "' is not an interrupt thread: declare it as 'interrupt thread "
                            + thread.getName() + "', or interrupt another",
                    event,
                    feature,
                    IssueCodes.NOT_AN_INTERRUPT_THREAD);
        }
    }

    private void checkHorizon(Long time, EStructuralFeature feature, EObject event) {
        MachineFacts machine = MachineFacts.of(Declarations.scenarioOf(event));
        OptionalLong horizon = machine.horizonNs();
        if (time != null && horizon.isPresent() && time >= horizon.getAsLong()) {
            warning(
                    "this never happens: the run ends at " + TimeText.of(horizon.getAsLong()) + ", the horizon of "
                            + machine.title(),
                    event,
                    feature,
                    IssueCodes.BEYOND_HORIZON);
        }
    }
}
