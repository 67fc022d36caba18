// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.snapshot.Constant;

/**
 * What a machine is given to run. The values are taken as they are: whoever declares them checks them.
 *
 * @param threads in the order of their creation
 * @param resources what bodies wait on or lock
 * @param script what happens from outside
 * @param faults what goes wrong
 */
@Constant
public record MachineLoad(
        List<ThreadConfig> threads,
        List<ResourceConfig> resources,
        List<ScriptedEvent> script,
        List<FaultSpec> faults) {
    public MachineLoad {
        threads = List.copyOf(threads);
        resources = List.copyOf(resources);
        script = List.copyOf(script);
        faults = List.copyOf(faults);
    }

    /** Whether there is work for a user scheduler. */
    boolean hasUserThreads() {
        return threads.stream().anyMatch(it -> it.kind() == ThreadConfig.Kind.USER);
    }

    /** Names of the threads that the kernel makes of itself, whose numbers follow those of {@link #threads}. */
    public List<String> kernelThreadNames(int cpus) {
        return KernelThreads.names(cpus, hasUserThreads());
    }
}
