// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/** What the tests of runs share: machines, and a trace as text. */
final class Runs {
    static final long US = 1_000;
    static final long MS = 1_000_000;
    static final long S = 1_000_000_000;

    static final int KERN_DAEMON = 12;
    static final int INT_MED = 28;
    static final int ANY = ThreadSpec.ANY_CPU;

    private Runs() {}

    /** hz 100, an IPI latency of 2 us. */
    static MachineSpec machine(int cpus, long horizonNs) {
        return MachineSpec.DEFAULT.withCpus(cpus).withIpiLatency(2 * US).withHorizon(horizonNs);
    }

    static Result run(ScenarioBuilder scenario) {
        return Runner.of(scenario.build()).run();
    }

    /** The events of some kinds, one a line: time, CPU, kind, thread, detail. */
    static String trace(Result result, TraceEvent.Kind... kinds) {
        List<TraceEvent.Kind> wanted = Arrays.asList(kinds);
        return result.trace().stream()
                .filter(it -> wanted.contains(it.kind()))
                .map(Runs::line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(TraceEvent event) {
        return (TimeText.of(event.timeNs()) + " cpu" + event.cpu() + " " + event.kind() + " " + event.thread() + " "
                        + event.detail())
                .strip();
    }

    static ThreadMetrics thread(Result result, String name) {
        return result.threads().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String cpuTime(Result result, String name) {
        return TimeText.of(thread(result, name).cpuTimeNs());
    }
}
