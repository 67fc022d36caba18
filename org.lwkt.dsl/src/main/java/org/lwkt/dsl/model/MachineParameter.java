// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.scenario.Budget;

/** A property of the machine that a scenario's parameter may override. */
public enum MachineParameter {
    CPUS("cpus", Kind.INT, 1, MachineSpec.CPUS_MAX, (spec, value) -> spec.withCpus(Math.toIntExact(value))),
    HZ("hz", Kind.INT, 1, MachineSpec.HZ_MAX, (spec, value) -> spec.withHz(Math.toIntExact(value))),
    PHASE("phase", Kind.TIME, 0, Long.MAX_VALUE, MachineSpec::withPhase),
    IPI_LATENCY("ipi latency", Kind.TIME, 0, Long.MAX_VALUE, (spec, value) -> spec.withIpiLatency(value)),
    HORIZON("horizon", Kind.TIME, 1, Long.MAX_VALUE, MachineSpec::withHorizon),
    SEED("seed", Kind.INT, 0, Long.MAX_VALUE, MachineSpec::withSeed),
    INVARIANTS("invariants", Kind.BOOL, 0, 1, (spec, value) -> spec.withInvariants(value != 0)),
    BUDGET_STEPS(Budget.Limit.STEPS),
    BUDGET_STEPS_AT_ONE_INSTANT(Budget.Limit.STEPS_AT_ONE_INSTANT),
    BUDGET_EVENTS(Budget.Limit.EVENTS),
    BUDGET_THREADS(Budget.Limit.THREADS);

    private final String word;
    private final Kind kind;
    private final long least;
    private final long most;
    private final BiFunction<MachineSpec, Long, MachineSpec> override;

    MachineParameter(
            String word, Kind kind, long least, long most, BiFunction<MachineSpec, Long, MachineSpec> override) {
        this.word = word;
        this.kind = kind;
        this.least = least;
        this.most = most;
        this.override = override;
    }

    /** No matter of the machine, but of the run: see {@link Budgets}. */
    MachineParameter(Budget.Limit limit) {
        this(Budgets.word(limit), Kind.INT, 1, limit.most(), (spec, value) -> spec);
    }

    public static Optional<MachineParameter> named(String property) {
        return Arrays.stream(values()).filter(it -> it.word.equals(property)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(MachineParameter::word).toList();
    }

    /** As it is written behind {@code machine.}. */
    public String word() {
        return word;
    }

    public Kind kind() {
        return kind;
    }

    public long least() {
        return least;
    }

    public long most() {
        return most;
    }

    public boolean isInRange(long value) {
        return value >= least && value <= most;
    }

    MachineSpec override(MachineSpec spec, long value) {
        return override.apply(spec, value);
    }
}
