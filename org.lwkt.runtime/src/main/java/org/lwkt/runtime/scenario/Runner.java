// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.lwkt.runtime.expect.ExpectationEvaluators;
import org.lwkt.runtime.expect.RunOutcome;
import org.lwkt.runtime.machine.Limits;
import org.lwkt.runtime.machine.Machine;
import org.lwkt.runtime.machine.MachineObserver;
import org.lwkt.runtime.machine.RunEnd;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.trace.TraceDigest;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceReader;
import org.lwkt.runtime.trace.TraceRecorder;
import org.lwkt.runtime.trace.TraceTexts;

/**
 * Runs a scenario. The defaults are {@link Budget#DEFAULT}, a recorded trace and no cancellation. A runner may run more
 * than once; each run is on a machine of its own and finds the same.
 */
public final class Runner {
    private final Scenario scenario;
    private Budget budget = Budget.DEFAULT;
    private boolean recordTrace = true;
    private BooleanSupplier cancelled = () -> false;

    private Runner(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @throws IllegalArgumentException if the scenario is not consistent, see {@link ScenarioBuilder#build} */
    public static Runner of(Scenario scenario) {
        ScenarioChecks.check(scenario);
        return new Runner(scenario);
    }

    public Runner budget(Budget newBudget) {
        budget = newBudget;
        return this;
    }

    /** Off: no events are kept and the trace budget does not apply; digest, metrics and outcomes are the same. */
    public Runner recordTrace(boolean record) {
        recordTrace = record;
        return this;
    }

    /** The signal is polled every now and then on the thread that runs; the run ends soon after it answers true. */
    public Runner cancelWhen(BooleanSupplier signal) {
        cancelled = signal;
        return this;
    }

    /** Runs to the end; whatever a scenario can do is a result and no exception. */
    public Result run() {
        TraceNames names = new TraceNames(
                scenario.threads().stream().map(ThreadSpec::name).toList(),
                scenario.machine().cpus());
        TraceTexts texts = new TraceTexts();
        TraceDigest digest = new TraceDigest();
        TraceRecorder recorder = recordTrace ? new TraceRecorder(budget.traceEvents()) : null;
        MetricsCollector metrics = new MetricsCollector(
                names, scenario.machine().cpus(), scenario.events().size());
        ExpectationEvaluators evaluators = new ExpectationEvaluators(scenario.expectations(), names, texts);
        MachineObserver observer = new RunObserver(digest, metrics, evaluators, texts, recorder, budget.traceEvents());
        Limits limits = new Limits(budget.steps(), budget.stepsAtOneInstant(), cancelled);
        Machine machine = new Machine(MachineSetup.of(scenario), limits, observer);

        RunEnd end = machine.run();
        metrics.finish(end.timeNs());
        List<TraceEvent> trace = recorder == null ? List.of() : new TraceReader(recorder, names, texts);
        return new Result(
                scenario,
                new End(
                        End.Reason.valueOf(end.reason().name()),
                        end.detail(),
                        end.timeNs(),
                        end.cpu(),
                        end.thread(),
                        end.position()),
                machine.steps(),
                metrics.switches(),
                evaluators.results(outcome(end), metrics),
                metrics.threads(),
                metrics.cpus(),
                metrics.events(),
                end.reason() == RunEnd.Reason.CANCELLED ? "" : digest.hex(),
                trace);
    }

    private static RunOutcome outcome(RunEnd end) {
        return new RunOutcome(
                RunOutcome.How.valueOf(end.reason().name()), end.detail(), end.timeNs(), end.cpu(), end.thread());
    }
}
