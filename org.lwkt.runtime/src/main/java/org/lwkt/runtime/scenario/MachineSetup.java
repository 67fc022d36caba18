// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lwkt.runtime.machine.InterruptConfig;
import org.lwkt.runtime.machine.MachineConfig;
import org.lwkt.runtime.machine.ThreadConfig;

/** Gives a machine what a scenario declares: names become indices. */
final class MachineSetup {
    private MachineSetup() {}

    static MachineConfig of(Scenario scenario) {
        MachineSpec machine = scenario.machine();
        Map<String, Integer> indices = new HashMap<>();
        scenario.threads().forEach(it -> indices.put(it.name(), indices.size()));
        List<ThreadConfig> threads =
                scenario.threads().stream().map(MachineSetup::thread).toList();
        List<InterruptConfig> interrupts = scenario.events().stream()
                .map(it -> interrupt(it, indices.get(it.thread())))
                .toList();
        return new MachineConfig(
                machine.cpus(), machine.hz(), machine.ipiLatencyNs(), machine.horizonNs(), threads, interrupts);
    }

    private static ThreadConfig thread(ThreadSpec spec) {
        return new ThreadConfig(
                spec.name(),
                spec.kind() == ThreadSpec.Kind.INTERRUPT,
                spec.cpu() == ThreadSpec.ANY_CPU ? ThreadConfig.ANY_CPU : spec.cpu(),
                spec.priority(),
                spec.body());
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
