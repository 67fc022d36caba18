// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.OptionalLong;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.AtEvent;
import org.lwkt.dsl.lwkt.CpuEvent;
import org.lwkt.dsl.lwkt.EveryEvent;
import org.lwkt.dsl.lwkt.InterruptEvent;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.SpuriousEvent;
import org.lwkt.dsl.lwkt.StartEvent;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.lwkt.WakeupEvent;
import org.lwkt.dsl.lwkt.WhenEvent;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.MachineFacts;
import org.lwkt.dsl.model.ThreadFacts;
import org.lwkt.runtime.source.TimeText;

/** Events of a script: whom they reach, where and when. */
public class EventChecks extends Checks {
    @Check
    public void anInterruptReachesAnInterruptThread(InterruptEvent event) {
        ThreadDeclaration thread = Declarations.thread(event.getTarget());
        if (thread != null && !thread.isInterrupt()) {
            error(
                    "'" + thread.getName() + "' is not an interrupt thread: declare it as 'interrupt thread "
                            + thread.getName() + "', or interrupt another",
                    LwktPackage.eINSTANCE.getInterruptEvent_Target(),
                    IssueCodes.NOT_AN_INTERRUPT_THREAD);
        }
        checkCpu(event.getCpu(), event, LwktPackage.eINSTANCE.getInterruptEvent_Cpu());
    }

    @Check
    public void whatIsStartedWaitsForIt(StartEvent event) {
        ThreadDeclaration thread = Declarations.thread(event.getTarget());
        if (thread == null || ThreadFacts.has(thread, ThreadFlagKind.TEMPLATE)) {
            return;
        }
        if (thread.isInterrupt()) {
            error(
                    "an interrupt thread is started by its interrupts: say 'interrupt " + thread.getName() + "'",
                    LwktPackage.eINSTANCE.getStartEvent_Target(),
                    IssueCodes.NOT_NOSTART);
        } else if (!ThreadFacts.has(thread, ThreadFlagKind.NOSTART)) {
            error(
                    "'" + thread.getName() + "' starts by itself: declare it as 'thread " + thread.getName()
                            + " nostart', or start another",
                    LwktPackage.eINSTANCE.getStartEvent_Target(),
                    IssueCodes.NOT_NOSTART);
        }
    }

    @Check
    public void theCpuIsThere(WakeupEvent event) {
        checkCpu(event.getCpu(), event, LwktPackage.eINSTANCE.getWakeupEvent_Cpu());
    }

    @Check
    public void theCpuIsThere(CpuEvent event) {
        checkCpu(event.getCpu(), event, LwktPackage.eINSTANCE.getCpuEvent_Cpu());
    }

    @Check
    public void theCpuIsThere(SpuriousEvent event) {
        checkCpu(event.getCpu(), event, LwktPackage.eINSTANCE.getSpuriousEvent_Cpu());
    }

    private void checkCpu(Long cpu, EObject event, EStructuralFeature feature) {
        checkCpu(cpu, Declarations.scenarioOf(event), feature, event);
    }

    @Check
    public void itHappensBeforeTheEnd(AtEvent event) {
        checkHorizon(event.getTime(), LwktPackage.eINSTANCE.getAtEvent_Time(), event);
    }

    @Check
    public void itHappensBeforeTheEnd(EveryEvent event) {
        checkHorizon(event.getFirst(), LwktPackage.eINSTANCE.getEveryEvent_First(), event);
    }

    @Check
    public void itHappensBeforeTheEnd(WhenEvent event) {
        checkHorizon(event.getDelay(), LwktPackage.eINSTANCE.getWhenEvent_Delay(), event);
    }

    @Check
    public void thePeriodIsPositive(EveryEvent event) {
        if (event.getPeriod() != null && event.getPeriod() == 0) {
            error(
                    "the time between two events must be more than 0",
                    LwktPackage.eINSTANCE.getEveryEvent_Period(),
                    IssueCodes.PERIOD_RANGE);
        }
    }

    @Check
    public void theLimitsAreInOrder(EveryEvent event) {
        long first = event.getFirst() == null ? 0 : event.getFirst();
        if (event.getUntil() != null && event.getUntil() <= first) {
            error(
                    "nothing happens before 'until " + TimeText.of(event.getUntil()) + "': the first is at "
                            + TimeText.of(first),
                    LwktPackage.eINSTANCE.getEveryEvent_Until(),
                    IssueCodes.EMPTY_PERIOD);
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
