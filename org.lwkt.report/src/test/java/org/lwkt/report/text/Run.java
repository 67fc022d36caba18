// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.trace.TraceEvent;

/** A result made by hand. */
final class Run {
    static final long MS = 1_000_000;

    private final Scenario scenario;
    private final List<TraceEvent> trace = new ArrayList<>();
    private final List<ExpectationResult> expectations = new ArrayList<>();
    private final List<ThreadMetrics> threads = new ArrayList<>();
    private final List<CpuMetrics> cpus = new ArrayList<>();
    private RunEnd end = new RunEnd(RunEnd.Reason.QUIESCENT, "", 0, -1, "", SourcePosition.NONE);

    private Run(Scenario scenario) {
        this.scenario = scenario;
    }

    static Run of(Scenario scenario) {
        return new Run(scenario);
    }

    /** A run of a scenario without threads on so many CPUs. */
    static Run on(int cpus) {
        MachineSpec machine = MachineSpec.DEFAULT.withCpus(cpus);
        return of(ScenarioBuilder.scenario("bare").machine(machine).build());
    }

    Run event(long timeNs, int cpu, TraceEvent.Kind kind, String thread) {
        return event(timeNs, cpu, kind, thread, "");
    }

    Run event(long timeNs, int cpu, TraceEvent.Kind kind, String thread, String detail) {
        trace.add(new TraceEvent(timeNs, cpu, kind, thread, detail));
        return this;
    }

    Run switchTo(long timeNs, int cpu, String thread) {
        return event(timeNs, cpu, TraceEvent.Kind.SWITCH, thread);
    }

    Run tick(long timeNs, int cpu) {
        return event(timeNs, cpu, TraceEvent.Kind.TICK, "");
    }

    Run thread(ThreadMetrics metrics) {
        threads.add(metrics);
        return this;
    }

    Run cpu(CpuMetrics metrics) {
        cpus.add(metrics);
        return this;
    }

    Run expectation(ExpectationResult result) {
        expectations.add(result);
        return this;
    }

    Run end(RunEnd.Reason reason, String detail, long timeNs) {
        return end(new RunEnd(reason, detail, timeNs, -1, "", SourcePosition.NONE));
    }

    Run end(RunEnd newEnd) {
        end = newEnd;
        return this;
    }

    Result quiescentAt(long timeNs) {
        return end(RunEnd.Reason.QUIESCENT, "", timeNs).result();
    }

    Result result() {
        return new Result(
                scenario, end, 31, 4, expectations, threads, cpus, List.of(), List.of(), "0123456789abcdef", trace);
    }

    Scenario scenario() {
        return scenario;
    }

    List<TraceEvent> trace() {
        return trace;
    }
}
