// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Nearest;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.CostFigure;
import org.lwkt.dsl.lwkt.CostKind;
import org.lwkt.dsl.lwkt.CostProperty;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.SysctlValue;
import org.lwkt.dsl.lwkt.UserScheduler;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.machine.CostProfile;

/** Costs, sysctls and the user scheduler of a machine: what the runtime's own tables know. */
public class KernelSettingChecks extends Checks {
    private static final List<String> SCHEDULERS = List.of("bsd4");
    private static final String HZ = "kern.hz";

    @Check
    public void theProfileIsKnown(CostProperty property) {
        String name = property.getProfile();
        if (name != null && !CostProfile.names().contains(name)) {
            error(
                    "no cost profile is called '" + name + "': there are " + String.join(", ", CostProfile.names())
                            + Nearest.hint(name, CostProfile.names()),
                    LwktPackage.eINSTANCE.getCostProperty_Profile(),
                    IssueCodes.UNKNOWN_PROFILE,
                    Replacement.nearest(name, CostProfile.names()));
        }
    }

    @Check
    public void theSchedulerIsKnown(UserScheduler scheduler) {
        String name = scheduler.getName();
        if (name != null && !SCHEDULERS.contains(name)) {
            error(
                    "no user scheduler is called '" + name + "': there is " + String.join(", ", SCHEDULERS)
                            + Nearest.hint(name, SCHEDULERS),
                    LwktPackage.eINSTANCE.getUserScheduler_Name(),
                    IssueCodes.UNKNOWN_SCHEDULER,
                    Replacement.nearest(name, SCHEDULERS));
        }
    }

    @Check
    public void theSysctlIsKnown(SysctlValue sysctl) {
        String name = sysctl.getName();
        if (HZ.equals(name)) {
            error(
                    "'" + HZ + "' is the hz of the machine: say 'hz " + sysctl.getValue() + "'",
                    LwktPackage.eINSTANCE.getSysctlValue_Name(),
                    IssueCodes.UNKNOWN_SYSCTL);
        } else if (name != null && !Sysctls.names().contains(name)) {
            Optional<String> nearest = Nearest.to(name, Sysctls.names());
            error(
                    "no sysctl is called '" + name + "'"
                            + nearest.map(Nearest::hint).orElse(""),
                    LwktPackage.eINSTANCE.getSysctlValue_Name(),
                    IssueCodes.UNKNOWN_SYSCTL,
                    Replacement.data(nearest));
        } else if (name != null && sysctl.getValue() != null) {
            checkRange(sysctl);
        }
    }

    private void checkRange(SysctlValue sysctl) {
        String name = sysctl.getName();
        long value = sysctl.isBelow() ? -sysctl.getValue() : sysctl.getValue();
        if (value < Sysctls.least(name) || value > Sysctls.most(name)) {
            error(
                    name + " is " + Sysctls.least(name) + " .. " + Sysctls.most(name) + ", not " + value,
                    LwktPackage.eINSTANCE.getSysctlValue_Value(),
                    IssueCodes.SYSCTL_RANGE);
        }
    }

    @Check
    public void pollingTakesTime(CostFigure figure) {
        if (figure.getCost() == CostKind.POLL && figure.getTime() != null && figure.getTime() == 0) {
            error(
                    "a polling turn must take time, or virtual time would stand still: at least 1ns",
                    LwktPackage.eINSTANCE.getCostFigure_Time(),
                    IssueCodes.COST_RANGE);
        }
    }

    @Check
    public void eachCostIsGivenOnce(MachineDeclaration machine) {
        checkUnique(
                machine.getProperties().stream()
                        .filter(CostProperty.class::isInstance)
                        .flatMap(it -> ((CostProperty) it).getCosts().stream())
                        .toList(),
                it -> it.getCost().getLiteral(),
                null,
                name -> "the cost of '" + name + "'",
                IssueCodes.DUPLICATE_PROPERTY);
    }
}
