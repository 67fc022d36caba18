// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

/**
 * A machine as a scenario declares it.
 *
 * @param name for people
 * @param cpus 1 to 256
 * @param hz ticks of the hardclock a second, 1 to 1,000,000
 * @param ipiLatencyNs from the send of an IPI to its arrival, in nanoseconds, at least 0
 * @param horizonNs the virtual time at which a run ends, in nanoseconds, more than 0
 */
public record MachineSpec(String name, int cpus, int hz, long ipiLatencyNs, long horizonNs) {
    public static final int CPUS_MAX = 256;
    public static final int HZ_MAX = 1_000_000;

    /** One CPU, hz 100, no IPI latency, a horizon of 10 s: what a scenario without {@code on} runs on. */
    public static final MachineSpec DEFAULT = new MachineSpec("default", 1, 100, 0, 10_000_000_000L);

    public MachineSpec {
        require(cpus >= 1 && cpus <= CPUS_MAX, "cpus must be 1.." + CPUS_MAX + ": cpus=" + cpus);
        require(hz >= 1 && hz <= HZ_MAX, "hz must be 1.." + HZ_MAX + ": hz=" + hz);
        require(ipiLatencyNs >= 0, "IPI latency must not be negative: ipiLatencyNs=" + ipiLatencyNs);
        require(horizonNs > 0, "horizon must be positive: horizonNs=" + horizonNs);
    }

    public MachineSpec named(String newName) {
        return new MachineSpec(newName, cpus, hz, ipiLatencyNs, horizonNs);
    }

    public MachineSpec withCpus(int newCpus) {
        return new MachineSpec(name, newCpus, hz, ipiLatencyNs, horizonNs);
    }

    public MachineSpec withHz(int newHz) {
        return new MachineSpec(name, cpus, newHz, ipiLatencyNs, horizonNs);
    }

    public MachineSpec withIpiLatency(long newIpiLatencyNs) {
        return new MachineSpec(name, cpus, hz, newIpiLatencyNs, horizonNs);
    }

    public MachineSpec withHorizon(long newHorizonNs) {
        return new MachineSpec(name, cpus, hz, ipiLatencyNs, newHorizonNs);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
