// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.xtext.EcoreUtil2;
import org.lwkt.dsl.lwkt.ClockRate;
import org.lwkt.dsl.lwkt.CpuCount;
import org.lwkt.dsl.lwkt.Horizon;
import org.lwkt.dsl.lwkt.Invariants;
import org.lwkt.dsl.lwkt.IpiLatency;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.runtime.machine.MachineSpec;

/**
 * The properties of a machine, with those of what it extends where it names none, and last
 * those of {@link MachineSpec#DEFAULT}. Empty where a value is missing
 * or out of range, so that one mistake is reported once.
 */
public final class MachineFacts {
    /** Longer ones come from no person, and each machine looks through its own. */
    public static final int LINEAGE_MAX = 64;

    private final String name;
    private final MachineDeclaration machine;
    private final ScenarioDeclaration scenario;

    private MachineFacts(String name, MachineDeclaration machine, ScenarioDeclaration scenario) {
        this.name = name;
        this.machine = machine;
        this.scenario = scenario;
    }

    public static MachineFacts of(MachineDeclaration machine) {
        return new MachineFacts(machine.getName(), machine, null);
    }

    /** The machine that a scenario runs on, with what its parameters override; what they vary is not known. */
    public static MachineFacts of(ScenarioDeclaration scenario) {
        MachineDeclaration machine = scenario == null ? null : scenario.getMachine();
        return new MachineFacts(machine == null ? null : machine.getName(), machine, scenario);
    }

    /** {@code machine smp2} or {@code the default machine}. */
    public String title() {
        return machine == null ? "the default machine" : "machine " + name;
    }

    public OptionalLong cpus() {
        return overridden(MachineParameter.CPUS)
                .orElseGet(() -> property(
                        CpuCount.class, CpuCount::getCount, MachineSpec.DEFAULT.cpus(), 1, MachineSpec.CPUS_MAX));
    }

    public OptionalLong hz() {
        return overridden(MachineParameter.HZ)
                .orElseGet(() -> property(
                        ClockRate.class, ClockRate::getTicks, MachineSpec.DEFAULT.hz(), 1, MachineSpec.HZ_MAX));
    }

    public OptionalLong ipiLatencyNs() {
        return overridden(MachineParameter.IPI_LATENCY)
                .orElseGet(() -> property(
                        IpiLatency.class,
                        it -> it.getSource() == null && it.getTarget() == null,
                        IpiLatency::getLatency,
                        MachineSpec.DEFAULT.ipiLatencyNs(),
                        0,
                        Long.MAX_VALUE));
    }

    public OptionalLong horizonNs() {
        return overridden(MachineParameter.HORIZON)
                .orElseGet(() ->
                        property(Horizon.class, Horizon::getLimit, MachineSpec.DEFAULT.horizonNs(), 1, Long.MAX_VALUE));
    }

    /** Whether the kernel checks its assertions; so it is taken to do where that varies. */
    public boolean checksAssertions() {
        return overridden(MachineParameter.INVARIANTS)
                .map(it -> it.orElse(1) != 0)
                .orElseGet(() -> lineage(machine).stream()
                        .flatMap(it -> EcoreUtil2.typeSelect(it.getProperties(), Invariants.class).stream())
                        .findFirst()
                        .map(it -> !it.isOff())
                        .orElse(MachineSpec.DEFAULT.invariants()));
    }

    /**
     * The machine and those that it extends, itself first, at most {@link #LINEAGE_MAX} of them. Of machines that extend each
     * other in a circle each comes once.
     */
    public static List<MachineDeclaration> lineage(MachineDeclaration machine) {
        Set<MachineDeclaration> seen = new LinkedHashSet<>();
        for (MachineDeclaration it = machine;
                it != null && !it.eIsProxy() && seen.size() < LINEAGE_MAX && seen.add(it); ) {
            it = it.getBase();
        }
        return List.copyOf(seen);
    }

    /**
     * The machine as data.
     *
     * @throws java.util.NoSuchElementException where the declaration has errors
     */
    public MachineSpec spec() {
        MachineSpec spec = machine == null ? MachineSpec.DEFAULT : declared();
        for (MachineParameter property : MachineParameter.values()) {
            Optional<OptionalLong> value = overridden(property);
            if (value.isPresent()) {
                spec = property.override(spec, value.get().orElseThrow());
            }
        }
        return spec;
    }

    /** The value of the scenario's parameter that overrides the property, which may be unknown; empty where there is none. */
    private Optional<OptionalLong> overridden(MachineParameter property) {
        return SweepParameters.ofMachine(scenario, property.word()).map(it -> {
            OptionalLong value = SweepParameters.value(it);
            return value.isPresent() && property.isInRange(value.getAsLong()) ? value : OptionalLong.empty();
        });
    }

    private MachineSpec declared() {
        return MachineProperties.apply(
                MachineSpec.DEFAULT
                        .named(name)
                        .withCpus((int) cpus().orElseThrow())
                        .withHz((int) hz().orElseThrow())
                        .withIpiLatency(ipiLatencyNs().orElseThrow())
                        .withHorizon(horizonNs().orElseThrow()),
                lineage(machine).reversed());
    }

    private <P extends MachineProperty> OptionalLong property(
            Class<P> type, Function<P, Long> value, long preset, long least, long most) {
        return property(type, it -> true, value, preset, least, most);
    }

    private <P extends MachineProperty> OptionalLong property(
            Class<P> type, Predicate<P> which, Function<P, Long> value, long preset, long least, long most) {
        if (machine == null) {
            return OptionalLong.of(preset);
        }
        List<MachineDeclaration> lineage = lineage(machine);
        Optional<P> property = lineage.stream()
                .flatMap(it -> it.getProperties().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst();
        if (property.isPresent()) {
            return inRange(value.apply(property.get()), least, most);
        }
        // Where a base is unknown or the machines go round in a circle, so is what they leave to each other.
        return !lineage.isEmpty() && lineage.getLast().getBase() == null
                ? OptionalLong.of(preset)
                : OptionalLong.empty();
    }

    private static OptionalLong inRange(Long value, long least, long most) {
        return value == null || value < least || value > most ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
