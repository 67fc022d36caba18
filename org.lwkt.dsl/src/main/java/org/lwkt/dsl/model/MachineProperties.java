// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.List;
import org.lwkt.dsl.lwkt.CostFigure;
import org.lwkt.dsl.lwkt.CostProperty;
import org.lwkt.dsl.lwkt.EventOrder;
import org.lwkt.dsl.lwkt.Invariants;
import org.lwkt.dsl.lwkt.IpiLatency;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.Phase;
import org.lwkt.dsl.lwkt.Seed;
import org.lwkt.dsl.lwkt.SysctlValue;
import org.lwkt.runtime.machine.Cost;
import org.lwkt.runtime.machine.CostProfile;
import org.lwkt.runtime.machine.MachineSpec;

/** The properties that only the run needs to know. */
final class MachineProperties {
    private MachineProperties() {}

    /** @param machines each after the one that it extends, so that the last word counts */
    static MachineSpec apply(MachineSpec start, List<MachineDeclaration> machines) {
        MachineSpec spec = start;
        for (MachineDeclaration machine : machines) {
            // Single costs change the profile, wherever it stands.
            for (MachineProperty property : machine.getProperties()) {
                if (property instanceof CostProperty it && it.getProfile() != null) {
                    spec = spec.withCosts(CostProfile.named(it.getProfile()));
                }
            }
            for (MachineProperty property : machine.getProperties()) {
                spec = apply(spec, property);
            }
        }
        return spec;
    }

    private static MachineSpec apply(MachineSpec spec, MachineProperty property) {
        return switch (property) {
            case Phase it -> spec.withPhase(it.getFirst());
            case IpiLatency it
            when it.getSource() != null || it.getTarget() != null ->
                spec.withIpiLatency(Math.toIntExact(it.getSource()), Math.toIntExact(it.getTarget()), it.getLatency());
            case CostProperty it -> costs(spec, it);
            case SysctlValue it -> spec.withSysctl(it.getName(), valueOf(it));
            case Invariants it -> spec.withInvariants(!it.isOff());
            case Seed it -> spec.withSeed(it.getNumber());
            case EventOrder it ->
                spec.withTieBreaking(it.isRandom() ? MachineSpec.TieBreaking.RANDOM : MachineSpec.TieBreaking.FIXED);
            default -> spec;
        };
    }

    private static MachineSpec costs(MachineSpec start, CostProperty property) {
        MachineSpec spec = start;
        for (CostFigure figure : property.getCosts()) {
            spec = spec.withCost(Cost.valueOf(figure.getCost().name()), figure.getTime());
        }
        return spec;
    }

    private static long valueOf(SysctlValue sysctl) {
        return sysctl.isBelow() ? -sysctl.getValue() : sysctl.getValue();
    }
}
