// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.machine.Cost;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.machine.MachineSpec;

/** Prints a machine as what it changes of the default one. */
final class MachinePrinter {
    private final Imports imports;

    MachinePrinter(Imports imports) {
        this.imports = imports;
    }

    String print(MachineSpec machine) {
        MachineSpec preset = MachineSpec.DEFAULT;
        StringBuilder text = new StringBuilder(
                imports.use(MachineSpec.class) + ".DEFAULT.named(" + JavaText.string(machine.name()) + ")");
        if (machine.cpus() != preset.cpus()) {
            text.append(".withCpus(").append(machine.cpus()).append(")");
        }
        if (machine.hz() != preset.hz()) {
            text.append(".withHz(").append(machine.hz()).append(")");
        }
        if (machine.phaseNs() != preset.phaseNs()) {
            text.append(".withPhase(")
                    .append(JavaText.number(machine.phaseNs()))
                    .append(")");
        }
        if (machine.ipiLatencyNs() != preset.ipiLatencyNs()) {
            text.append(".withIpiLatency(")
                    .append(JavaText.number(machine.ipiLatencyNs()))
                    .append(")");
        }
        for (MachineSpec.PairLatency pair : machine.ipiLatencies()) {
            text.append(".withIpiLatency(")
                    .append(pair.source())
                    .append(", ")
                    .append(pair.target())
                    .append(", ")
                    .append(JavaText.number(pair.latencyNs()))
                    .append(")");
        }
        if (machine.horizonNs() != preset.horizonNs()) {
            text.append(".withHorizon(")
                    .append(JavaText.number(machine.horizonNs()))
                    .append(")");
        }
        text.append(costs(machine.costs()));
        machine.sysctls()
                .forEach((name, value) -> text.append(".withSysctl(")
                        .append(JavaText.string(name))
                        .append(", ")
                        .append(JavaText.number(value))
                        .append(")"));
        if (machine.invariants() != preset.invariants()) {
            text.append(".withInvariants(").append(machine.invariants()).append(")");
        }
        if (machine.seed() != preset.seed()) {
            text.append(".withSeed(").append(JavaText.number(machine.seed())).append(")");
        }
        if (machine.tieBreaking() != preset.tieBreaking()) {
            text.append(".withTieBreaking(")
                    .append(imports.use(MachineSpec.class))
                    .append(".TieBreaking.")
                    .append(machine.tieBreaking())
                    .append(")");
        }
        return text.toString();
    }

    /** A profile by its name, then what differs from it. */
    private String costs(CostProfile costs) {
        StringBuilder text = new StringBuilder();
        if (!costs.name().equals(MachineSpec.DEFAULT.costs().name())) {
            text.append(".withCosts(")
                    .append(imports.use(CostProfile.class))
                    .append(".named(")
                    .append(JavaText.string(costs.name()))
                    .append("))");
        }
        CostProfile named = CostProfile.named(costs.name());
        for (Cost cost : Cost.values()) {
            if (costs.ns(cost) != named.ns(cost)) {
                text.append(".withCost(")
                        .append(imports.use(Cost.class))
                        .append(".")
                        .append(cost)
                        .append(", ")
                        .append(JavaText.number(costs.ns(cost)))
                        .append(")");
            }
        }
        return text.toString();
    }
}
