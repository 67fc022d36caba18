// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lwkt.runtime.machine.MachineLoad;
import org.lwkt.runtime.machine.Occasion;
import org.lwkt.runtime.machine.ResourceConfig;
import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.machine.ThreadConfig;

/** Gives a machine what a scenario declares: names become indices. */
final class MachineSetup {
    private MachineSetup() {}

    static MachineLoad of(Scenario scenario) {
        Map<String, Integer> indices = new HashMap<>();
        scenario.threadNames().forEach(it -> indices.put(it, indices.size()));
        List<ThreadConfig> threads = scenario.threads().stream()
                .flatMap(it -> IntStream.range(0, it.threads()).mapToObj(index -> thread(it, index)))
                .toList();
        List<ResourceConfig> resources = scenario.resources().stream()
                .flatMap(it -> IntStream.range(0, it.resources()).mapToObj(index -> resource(it, index)))
                .toList();
        Map<String, Integer> channels = new HashMap<>();
        scenario.resourceNames().forEach(it -> channels.put(it, channels.size()));
        List<ScriptedEvent> script = new ArrayList<>();
        for (EventSpec event : scenario.events()) {
            Map<String, Integer> subjects = event.kind().isWakeup() ? channels : indices;
            script.add(scripted(event, subjects.getOrDefault(event.subject(), -1)));
        }
        addStarts(scenario, script);
        return new MachineLoad(threads, resources, script, scenario.faults());
    }

    /** Behind the scenario's own events, so that those keep their places. */
    private static void addStarts(Scenario scenario, List<ScriptedEvent> script) {
        int thread = 0;
        for (ThreadSpec spec : scenario.threads()) {
            for (int index = 0; index < spec.threads(); index++) {
                if (spec.startNs() > 0) {
                    script.add(new ScriptedEvent(
                            ScriptedEvent.Kind.START,
                            thread,
                            ThreadConfig.ANY_CPU,
                            new Occasion.At(spec.startNs()),
                            spec.position()));
                }
                thread++;
            }
        }
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
                spec.nameOf(index),
                ResourceConfig.Kind.valueOf(spec.kind().name()),
                spec.ofElement(index),
                spec.flags());
    }

    private static ScriptedEvent scripted(EventSpec spec, int subject) {
        return new ScriptedEvent(
                spec.kind(),
                subject,
                spec.cpu() == ThreadSpec.ANY_CPU ? ThreadConfig.ANY_CPU : spec.cpu(),
                spec.occasion(),
                spec.position());
    }
}
