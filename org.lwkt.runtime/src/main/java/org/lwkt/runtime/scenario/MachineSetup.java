// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lwkt.runtime.machine.InterruptConfig;
import org.lwkt.runtime.machine.MachineConfig;
import org.lwkt.runtime.machine.ThreadConfig;
import org.lwkt.runtime.program.Expr;

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
        return new MachineConfig(
                machine.cpus(), machine.hz(), machine.ipiLatencyNs(), machine.horizonNs(), threads, interrupts);
    }

    private static ThreadConfig thread(ThreadSpec spec, int index) {
        return new ThreadConfig(
                spec.nameOf(index), spec.kind() == ThreadSpec.Kind.INTERRUPT, cpu(spec), spec.priority(), spec.body());
    }

    private static int cpu(ThreadSpec spec) {
        return switch (spec.cpu()) {
            case Expr.Constant it when it.value() == ThreadSpec.ANY_CPU -> ThreadConfig.ANY_CPU;
            case Expr.Constant it -> (int) it.value();
            case Expr other -> throw new IllegalStateException("not a constant: " + other);
        };
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
