// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.lwkt.BudgetProperty;
import org.lwkt.dsl.lwkt.ClockRate;
import org.lwkt.dsl.lwkt.CostProperty;
import org.lwkt.dsl.lwkt.CpuCount;
import org.lwkt.dsl.lwkt.EventOrder;
import org.lwkt.dsl.lwkt.Horizon;
import org.lwkt.dsl.lwkt.Invariants;
import org.lwkt.dsl.lwkt.IpiLatency;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.Phase;
import org.lwkt.dsl.lwkt.Seed;
import org.lwkt.dsl.lwkt.SysctlValue;
import org.lwkt.dsl.lwkt.UserScheduler;
import org.lwkt.dsl.model.Budgets;
import org.lwkt.runtime.machine.MachineSpec;

/** The properties of a machine: each once, each in its range. */
public class MachineChecks extends Checks {
    @Check
    public void propertiesAreGivenOnce(MachineDeclaration machine) {
        checkUnique(
                machine.getProperties(),
                MachineChecks::keyword,
                null,
                name -> "'" + name + "'",
                IssueCodes.DUPLICATE_PROPERTY);
    }

    @Check
    public void cpusAreInRange(CpuCount cpus) {
        Long count = cpus.getCount();
        if (count != null && (count < 1 || count > MachineSpec.CPUS_MAX)) {
            error(
                    "a machine has 1 .. " + MachineSpec.CPUS_MAX + " cpus, not " + count,
                    LwktPackage.eINSTANCE.getCpuCount_Count(),
                    IssueCodes.CPUS_RANGE);
        }
    }

    @Check
    public void hzIsInRange(ClockRate hz) {
        Long ticks = hz.getTicks();
        if (ticks != null && (ticks < 1 || ticks > MachineSpec.HZ_MAX)) {
            error(
                    "hz is 1 .. " + MachineSpec.HZ_MAX + " ticks a second, not " + ticks,
                    LwktPackage.eINSTANCE.getClockRate_Ticks(),
                    IssueCodes.HZ_RANGE);
        }
    }

    @Check
    public void horizonIsPositive(Horizon horizon) {
        if (horizon.getLimit() != null && horizon.getLimit() == 0) {
            error(
                    "the horizon is where a run ends: it must be more than 0",
                    LwktPackage.eINSTANCE.getHorizon_Limit(),
                    IssueCodes.HORIZON_RANGE);
        }
    }

    private static String keyword(MachineProperty property) {
        return switch (property) {
            case CpuCount cpus -> "cpus";
            case ClockRate hz -> "hz";
            case Phase phase -> "phase";
            case IpiLatency it
            when it.getSource() != null && it.getTarget() != null ->
                "ipi latency from cpu " + it.getSource() + " to cpu " + it.getTarget();
            case IpiLatency it when it.getSource() == null && it.getTarget() == null -> "ipi latency";
            case CostProperty it when it.getProfile() != null -> "cost profile";
            case SysctlValue sysctl -> "sysctl " + sysctl.getName();
            case UserScheduler scheduler -> "scheduler";
            case Invariants invariants -> "invariants";
            case Seed seed -> "seed";
            case EventOrder order -> "order";
            case Horizon horizon -> "horizon";
            case BudgetProperty budget ->
                Budgets.limitOf(budget).map(Budgets::word).orElse("");
            default -> "";
        };
    }
}
