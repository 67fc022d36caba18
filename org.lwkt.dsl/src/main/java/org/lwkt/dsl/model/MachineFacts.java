// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.OptionalLong;
import java.util.function.Function;
import org.lwkt.dsl.lwkt.ClockRate;
import org.lwkt.dsl.lwkt.CpuCount;
import org.lwkt.dsl.lwkt.Horizon;
import org.lwkt.dsl.lwkt.IpiLatency;
import org.lwkt.dsl.lwkt.MachineDeclaration;
import org.lwkt.dsl.lwkt.MachineProperty;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.runtime.machine.MachineSpec;

/**
 * The properties of a machine, with those of {@link MachineSpec#DEFAULT} where it names none. Empty where a value is missing
 * or out of range, so that one mistake is reported once.
 */
public final class MachineFacts {
    private final String name;
    private final MachineDeclaration machine;

    private MachineFacts(String name, MachineDeclaration machine) {
        this.name = name;
        this.machine = machine;
    }

    public static MachineFacts of(MachineDeclaration machine) {
        return new MachineFacts(machine.getName(), machine);
    }

    /** The machine that a scenario runs on. */
    public static MachineFacts of(ScenarioDeclaration scenario) {
        MachineDeclaration machine = scenario == null ? null : scenario.getMachine();
        return machine == null ? new MachineFacts(null, null) : of(machine);
    }

    /** {@code machine smp2} or {@code the default machine}. */
    public String title() {
        return machine == null ? "the default machine" : "machine " + name;
    }

    public OptionalLong cpus() {
        return property(CpuCount.class, CpuCount::getCount, MachineSpec.DEFAULT.cpus(), 1, MachineSpec.CPUS_MAX);
    }

    public OptionalLong hz() {
        return property(ClockRate.class, ClockRate::getTicks, MachineSpec.DEFAULT.hz(), 1, MachineSpec.HZ_MAX);
    }

    public OptionalLong ipiLatencyNs() {
        return property(
                IpiLatency.class, IpiLatency::getLatency, MachineSpec.DEFAULT.ipiLatencyNs(), 0, Long.MAX_VALUE);
    }

    public OptionalLong horizonNs() {
        return property(Horizon.class, Horizon::getLimit, MachineSpec.DEFAULT.horizonNs(), 1, Long.MAX_VALUE);
    }

    /**
     * The machine as data.
     *
     * @throws java.util.NoSuchElementException where the declaration has errors
     */
    public MachineSpec spec() {
        if (machine == null) {
            return MachineSpec.DEFAULT;
        }
        return MachineSpec.DEFAULT
                .named(name)
                .withCpus((int) cpus().orElseThrow())
                .withHz((int) hz().orElseThrow())
                .withIpiLatency(ipiLatencyNs().orElseThrow())
                .withHorizon(horizonNs().orElseThrow());
    }

    private <P extends MachineProperty> OptionalLong property(
            Class<P> type, Function<P, Long> value, long preset, long least, long most) {
        if (machine == null) {
            return OptionalLong.of(preset);
        }
        if (machine.eIsProxy()) {
            return OptionalLong.empty();
        }
        return machine.getProperties().stream()
                .filter(type::isInstance)
                .findFirst()
                .map(it -> inRange(value.apply(type.cast(it)), least, most))
                .orElse(OptionalLong.of(preset));
    }

    private static OptionalLong inRange(Long value, long least, long most) {
        return value == null || value < least || value > most ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
