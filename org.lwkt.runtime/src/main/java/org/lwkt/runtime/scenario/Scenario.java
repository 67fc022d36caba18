// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Everything a run needs, as immutable data: the one form into which a {@code .lwkt} file is lowered and that generated
 * Java builds. Two equal scenarios give equal trace digests. Make one with {@link ScenarioBuilder}.
 */
@Constant
public record Scenario(
        String name,
        MachineSpec machine,
        Budget budget,
        List<ResourceSpec> resources,
        List<ThreadSpec> threads,
        List<EventSpec> events,
        List<FaultSpec> faults,
        List<Expectation> expectations,
        SourcePosition position) {
    public Scenario {
        resources = List.copyOf(resources);
        threads = List.copyOf(threads);
        events = List.copyOf(events);
        faults = List.copyOf(faults);
        expectations = List.copyOf(expectations);
    }

    /** The same on another machine. */
    public Scenario withMachine(MachineSpec newMachine) {
        return new Scenario(name, newMachine, budget, resources, threads, events, faults, expectations, position);
    }

    /** The name of every thread by its number: the elements of an array are {@code w[0]}, {@code w[1]}, ... */
    public List<String> threadNames() {
        List<String> names = new ArrayList<>();
        for (ThreadSpec thread : threads) {
            for (int index = 0; index < thread.threads(); index++) {
                names.add(thread.nameOf(index));
            }
        }
        return names;
    }

    /** The name of every resource by its number, every element of an array for itself. */
    public List<String> resourceNames() {
        List<String> names = new ArrayList<>();
        for (ResourceSpec resource : resources) {
            for (int index = 0; index < resource.resources(); index++) {
                names.add(resource.nameOf(index));
            }
        }
        return names;
    }

    /** How many threads it declares, every element of an array for itself. */
    public int threadCount() {
        return threads.stream().mapToInt(ThreadSpec::threads).sum();
    }

    /** How many resources it declares, every element of an array for itself. */
    public int resourceCount() {
        return resources.stream().mapToInt(ResourceSpec::resources).sum();
    }
}
