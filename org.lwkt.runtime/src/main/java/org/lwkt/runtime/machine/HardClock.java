// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/**
 * When the hardclock of each CPU ticks: first at its phase, by default after one period, then every 10^9 / hz nanoseconds,
 * rounded down. The fraction is carried along, so that no number of ticks drifts.
 */
final class HardClock {
    private static final long NS_PER_S = 1_000_000_000L;

    private final int hz;
    private final long wholeNs;
    private final int rest;
    private final long[] nextNs;
    private final int[] carry;

    /** @param phaseNs of the first tick, or {@link MachineSpec#ONE_PERIOD} */
    HardClock(int hz, int cpus, long phaseNs) {
        this.hz = hz;
        wholeNs = NS_PER_S / hz;
        rest = (int) (NS_PER_S % hz);
        nextNs = new long[cpus];
        carry = new int[cpus];
        for (int cpu = 0; cpu < cpus; cpu++) {
            if (phaseNs == MachineSpec.ONE_PERIOD) {
                advance(cpu);
            } else {
                nextNs[cpu] = phaseNs;
            }
        }
    }

    /** When the CPU's next tick is due. */
    long nextNs(int cpu) {
        return nextNs[cpu];
    }

    /** The tick came; the one after it is next. */
    void advance(int cpu) {
        long next = SimTime.plus(nextNs[cpu], wholeNs);
        int fraction = carry[cpu] + rest;
        if (fraction >= hz) {
            fraction -= hz;
            next = SimTime.plus(next, 1);
        }
        carry[cpu] = fraction;
        nextNs[cpu] = next;
    }
}
