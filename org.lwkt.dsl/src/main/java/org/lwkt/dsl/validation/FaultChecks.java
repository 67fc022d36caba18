// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.CpuTick;
import org.lwkt.dsl.lwkt.Fault;
import org.lwkt.dsl.lwkt.IpiPair;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.Slow;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.runtime.source.TimeText;

/** Faults: when they hit, what, and how hard. */
public class FaultChecks extends Checks {
    private static final int WHOLE = 100;
    private static final int PERCENT_MAX = 1_000_000;

    @Check
    public void thePeriodIsNotEmpty(Fault fault) {
        if (fault.getFirst() != null && fault.getUntil() != null && fault.getUntil() <= fault.getFirst()) {
            error(
                    "nothing is hit before 'until " + TimeText.of(fault.getUntil()) + "': the fault starts at "
                            + TimeText.of(fault.getFirst()),
                    LwktPackage.eINSTANCE.getFault_Until(),
                    IssueCodes.EMPTY_PERIOD);
        }
    }

    @Check
    public void itHitsSomething(Fault fault) {
        checkRange(
                fault.getHits(),
                1,
                Long.MAX_VALUE,
                "'next' is 1 or more",
                fault,
                LwktPackage.eINSTANCE.getFault_Hits());
        checkRange(
                fault.getChance(), 1, WHOLE, "a chance is 1 .. 100 %", fault, LwktPackage.eINSTANCE.getFault_Chance());
    }

    @Check
    public void aSlowCpuTakesMoreTime(Slow slow) {
        checkRange(
                slow.getPercent(),
                WHOLE,
                PERCENT_MAX,
                "a slow CPU takes 100 .. " + PERCENT_MAX + " % of the time",
                slow,
                LwktPackage.eINSTANCE.getSlow_Percent());
        checkCpu(slow.getCpu(), Declarations.scenarioOf(slow), LwktPackage.eINSTANCE.getSlow_Cpu(), slow);
    }

    @Check
    public void theTickIsOfACpu(CpuTick tick) {
        checkCpu(tick.getCpu(), Declarations.scenarioOf(tick), LwktPackage.eINSTANCE.getCpuTick_Cpu(), tick);
    }

    @Check
    public void thePairIsOfCpus(IpiPair pair) {
        checkCpu(pair.getSource(), Declarations.scenarioOf(pair), LwktPackage.eINSTANCE.getIpiPair_Source(), pair);
        checkCpu(pair.getTarget(), Declarations.scenarioOf(pair), LwktPackage.eINSTANCE.getIpiPair_Target(), pair);
    }

    private void checkRange(Long value, long least, long most, String rule, EObject owner, EStructuralFeature feature) {
        if (value != null && (value < least || value > most)) {
            error(rule + ", not " + value, owner, feature, IssueCodes.VALUE_RANGE);
        }
    }
}
