// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lwkt.runtime.machine.InterruptConfig;
import org.lwkt.runtime.machine.MachineConfig;
import org.lwkt.runtime.machine.ResourceConfig;
import org.lwkt.runtime.machine.ThreadConfig;

/** Gives a machine what a scenario declares: names become indices. */
final class MachineSetup {
    private MachineSetup() {}

    static MachineConfig of(Scenario scenario) {
        MachineSpec machine = scenario.machine();
        Map<String, Integer> indices = new HashMap<>();
        scenario.threadNames().forEach(it -> indices.put(it, indices.size()));
        List<ThreadConfig> threads = scenario.threads().stream()
                .flatMap(it -> IntStream.range(0, it.threads()).mapToObj(index -> thread(it, index)))
                .toList();
        List<InterruptConfig> interrupts = scenario.events().stream()
                .map(it -> interrupt(it, indices.get(it.thread())))
                .toList();
        List<ResourceConfig> resources = scenario.resources().stream()
                .flatMap(it -> IntStream.range(0, it.resources()).mapToObj(index -> resource(it, index)))
                .toList();
        return new MachineConfig(
                machine.cpus(),
                machine.hz(),
                machine.ipiLatencyNs(),
                machine.horizonNs(),
                threads,
                interrupts,
                resources);
    }

    private static ThreadConfig thread(ThreadSpec spec, int index) {
        return new ThreadConfig(
                spec.nameOf(index),
                ThreadConfig.Kind.valueOf(spec.kind().name()),
                index,
                cpu(spec, index),
                spec.priority(),
                spec.nice(),
                ThreadConfig.Start.valueOf(spec.start().name()),
                spec.daemon(),
                spec.body());
    }

    private static int cpu(ThreadSpec spec, int index) {
        long cpu = KnownValue.of(spec.cpu(), index);
        return cpu == ThreadSpec.ANY_CPU ? ThreadConfig.ANY_CPU : (int) cpu;
    }

    private static ResourceConfig resource(ResourceSpec spec, int index) {
        return new ResourceConfig(
                spec.nameOf(index), ResourceConfig.Kind.valueOf(spec.kind().name()), spec.of(), spec.flags());
    }

    private static InterruptConfig interrupt(EventSpec spec, int thread) {
        return new InterruptConfig(
                thread,
                spec.cpu() == ThreadSpec.ANY_CPU ? ThreadConfig.ANY_CPU : spec.cpu(),
                spec.firstNs(),
                spec.periodNs(),
                spec.untilNs(),
                spec.position());
    }
}
