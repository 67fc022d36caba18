// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.snapshot.Constant;

/**
 * A machine as a scenario declares it. Start from {@link #DEFAULT} and change what differs.
 *
 * @param name for people
 * @param cpus 1 to 256
 * @param hz ticks of the hardclock a second, 1 to 1,000,000
 * @param phaseNs when the first tick of each CPU comes, or {@link #ONE_PERIOD}; the others follow at 1/hz
 * @param ipiLatencyNs from the send of a hardware IPI to its arrival, at least 0
 * @param ipiLatencies what differs from that for single pairs of CPUs
 * @param horizonNs the virtual time at which a run ends, more than 0
 * @param costs what takes time besides the program
 * @param sysctls the kernel's variables by name, where they differ from the kernel's own defaults
 * @param invariants whether the kernel checks its assertions, as one built with INVARIANTS
 * @param seed of all random numbers of a run
 * @param tieBreaking the order of what is due at the same nanosecond
 */
@Constant
public record MachineSpec(
        String name,
        int cpus,
        int hz,
        long phaseNs,
        long ipiLatencyNs,
        List<PairLatency> ipiLatencies,
        long horizonNs,
        CostProfile costs,
        SortedMap<String, Long> sysctls,
        boolean invariants,
        long seed,
        TieBreaking tieBreaking) {
    public static final int CPUS_MAX = Kernel.CPUS_MAX;
    public static final int HZ_MAX = 1_000_000;
    /** A phase of one period: the first tick comes after 1/hz. */
    public static final long ONE_PERIOD = -1;

    /** One CPU, hz 100, no IPI latency, a horizon of 10 s: what a scenario without {@code on} runs on. */
    public static final MachineSpec DEFAULT = new MachineSpec(
            "default",
            1,
            100,
            ONE_PERIOD,
            0,
            List.of(),
            10_000_000_000L,
            CostProfile.IDEAL,
            new TreeMap<>(),
            true,
            0,
            TieBreaking.FIXED);

    /** The order of events that are due at the same nanosecond. */
    public enum TieBreaking {
        /** By kind (timer, device, IPI, then the progress of threads), then by CPU, then in the order of their making. */
        FIXED,
        /** Drawn from the seed for each event. */
        RANDOM
    }

    /** How long a hardware IPI takes from one CPU to another. */
    public record PairLatency(int source, int target, long latencyNs) {
        public PairLatency {
            require(source >= 0 && target >= 0 && source != target, "not a pair of CPUs: " + source + " to " + target);
            require(latencyNs >= 0, "IPI latency must not be negative: latencyNs=" + latencyNs);
        }
    }

    public MachineSpec {
        require(cpus >= 1 && cpus <= CPUS_MAX, "cpus must be 1.." + CPUS_MAX + ": cpus=" + cpus);
        require(hz >= 1 && hz <= HZ_MAX, "hz must be 1.." + HZ_MAX + ": hz=" + hz);
        require(phaseNs >= ONE_PERIOD, "phase must not be negative: phaseNs=" + phaseNs);
        require(ipiLatencyNs >= 0, "IPI latency must not be negative: ipiLatencyNs=" + ipiLatencyNs);
        require(horizonNs > 0, "horizon must be positive: horizonNs=" + horizonNs);
        ipiLatencies = List.copyOf(ipiLatencies);
        sysctls.forEach(MachineSpec::requireSysctl);
        sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
    }

    private static void requireSysctl(String sysctl, long value) {
        require(
                Sysctls.names().contains(sysctl),
                "no sysctl is called " + sysctl + "; the kernel has " + String.join(", ", Sysctls.names()));
        require(!sysctl.equals("kern.hz"), "kern.hz is the hz of the machine");
        require(
                value >= Sysctls.least(sysctl) && value <= Sysctls.most(sysctl),
                sysctl + " must be " + Sysctls.least(sysctl) + " to " + Sysctls.most(sysctl) + ": " + value);
    }

    public MachineSpec named(String newName) {
        return with(newName, cpus, hz, phaseNs, ipiLatencyNs, ipiLatencies, horizonNs, costs);
    }

    public MachineSpec withCpus(int newCpus) {
        return with(name, newCpus, hz, phaseNs, ipiLatencyNs, ipiLatencies, horizonNs, costs);
    }

    public MachineSpec withHz(int newHz) {
        return with(name, cpus, newHz, phaseNs, ipiLatencyNs, ipiLatencies, horizonNs, costs);
    }

    public MachineSpec withPhase(long newPhaseNs) {
        return with(name, cpus, hz, newPhaseNs, ipiLatencyNs, ipiLatencies, horizonNs, costs);
    }

    /** For all pairs but those with a latency of their own. */
    public MachineSpec withIpiLatency(long newIpiLatencyNs) {
        return with(name, cpus, hz, phaseNs, newIpiLatencyNs, ipiLatencies, horizonNs, costs);
    }

    /** For one pair, in this direction; replaces an earlier one. */
    public MachineSpec withIpiLatency(int source, int target, long latencyNs) {
        List<PairLatency> pairs = new ArrayList<>(ipiLatencies);
        pairs.removeIf(it -> it.source() == source && it.target() == target);
        pairs.add(new PairLatency(source, target, latencyNs));
        return with(name, cpus, hz, phaseNs, ipiLatencyNs, pairs, horizonNs, costs);
    }

    public MachineSpec withHorizon(long newHorizonNs) {
        return with(name, cpus, hz, phaseNs, ipiLatencyNs, ipiLatencies, newHorizonNs, costs);
    }

    public MachineSpec withCosts(CostProfile newCosts) {
        return with(name, cpus, hz, phaseNs, ipiLatencyNs, ipiLatencies, horizonNs, newCosts);
    }

    /** One cost of the profile is another, in nanoseconds. */
    public MachineSpec withCost(Cost cost, long ns) {
        return withCosts(costs.with(cost, ns));
    }

    /** @throws IllegalArgumentException if the kernel has no variable of that name */
    public MachineSpec withSysctl(String sysctl, long value) {
        SortedMap<String, Long> newSysctls = new TreeMap<>(sysctls);
        newSysctls.put(sysctl, value);
        return with(newSysctls, invariants, seed, tieBreaking);
    }

    public MachineSpec withInvariants(boolean newInvariants) {
        return with(sysctls, newInvariants, seed, tieBreaking);
    }

    public MachineSpec withSeed(long newSeed) {
        return with(sysctls, invariants, newSeed, tieBreaking);
    }

    public MachineSpec withTieBreaking(TieBreaking newTieBreaking) {
        return with(sysctls, invariants, seed, newTieBreaking);
    }

    private MachineSpec with(
            String newName,
            int newCpus,
            int newHz,
            long newPhaseNs,
            long newIpiLatencyNs,
            List<PairLatency> newIpiLatencies,
            long newHorizonNs,
            CostProfile newCosts) {
        return new MachineSpec(
                newName,
                newCpus,
                newHz,
                newPhaseNs,
                newIpiLatencyNs,
                newIpiLatencies,
                newHorizonNs,
                newCosts,
                sysctls,
                invariants,
                seed,
                tieBreaking);
    }

    private MachineSpec with(
            SortedMap<String, Long> newSysctls, boolean newInvariants, long newSeed, TieBreaking newTieBreaking) {
        return new MachineSpec(
                name,
                cpus,
                hz,
                phaseNs,
                ipiLatencyNs,
                ipiLatencies,
                horizonNs,
                costs,
                newSysctls,
                newInvariants,
                newSeed,
                newTieBreaking);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
