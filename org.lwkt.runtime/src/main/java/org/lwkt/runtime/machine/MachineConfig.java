// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.snapshot.Constant;

/**
 * What a machine is and what it is given to run. The values are taken as they are: whoever declares them checks them.
 *
 * @param hz ticks of the hardclock a second
 * @param ipiLatencyNs from the send of a hardware IPI to its arrival
 * @param horizonNs where a run ends; events at this time no longer happen
 */
@Constant
public record MachineConfig(
        int cpus,
        int hz,
        long ipiLatencyNs,
        long horizonNs,
        List<ThreadConfig> threads,
        List<InterruptConfig> interrupts,
        List<ResourceConfig> resources) {
    public MachineConfig {
        threads = List.copyOf(threads);
        interrupts = List.copyOf(interrupts);
        resources = List.copyOf(resources);
    }
}
