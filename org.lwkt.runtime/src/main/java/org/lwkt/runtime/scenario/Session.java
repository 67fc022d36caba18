// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.lwkt.runtime.expect.ExpectationEvaluators;
import org.lwkt.runtime.machine.CommandLog;
import org.lwkt.runtime.machine.EventChooser;
import org.lwkt.runtime.machine.Limits;
import org.lwkt.runtime.machine.Machine;
import org.lwkt.runtime.machine.MachineLoad;
import org.lwkt.runtime.machine.MachineObserver;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.snapshot.Snapshot;
import org.lwkt.runtime.snapshot.StateHash;
import org.lwkt.runtime.trace.TraceDigest;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceReader;
import org.lwkt.runtime.trace.TraceRecorder;
import org.lwkt.runtime.trace.TraceTexts;

/**
 * One run of a scenario, which goes as far as it is told to: the machine, and what listens to it. In how many parts it
 * runs changes nothing of it. {@link Runner#start} makes one. Not to be used by two threads at a time.
 */
public final class Session {
    private final Scenario scenario;
    private final TraceNames names;
    private final TraceTexts texts = new TraceTexts();
    private final TraceDigest digest = new TraceDigest();
    /** Null where no trace is kept. */
    private final TraceRecorder recorder;

    private final MetricsCollector metrics;
    private final ExpectationEvaluators evaluators;
    private final Machine machine;
    /** How the run ended; null while it goes on. */
    private RunEnd end;

    Session(
            Scenario scenario,
            Budget budget,
            boolean recordTrace,
            boolean stopsWhenDecided,
            EventChooser chooser,
            CommandLog log,
            BooleanSupplier cancelled) {
        this.scenario = scenario;
        recorder = recordTrace ? new TraceRecorder(budget.traceEvents()) : null;
        MachineLoad load = MachineSetup.of(scenario);
        names = new TraceNames(
                scenario.threadNames(),
                load.kernelThreadNames(scenario.machine().cpus()),
                scenario.resourceNames(),
                Marks.of(scenario));
        metrics = new MetricsCollector(
                names,
                scenario.machine().cpus(),
                load.script().size(),
                scenario.faults().size());
        evaluators = new ExpectationEvaluators(
                scenario.expectations(), scenario.machine().cpus(), names, texts);
        MachineObserver observer =
                new RunObserver(names, digest, metrics, evaluators, texts, recorder, budget, stopsWhenDecided);
        Limits limits = new Limits(
                limit(budget, Budget.Limit.STEPS),
                limit(budget, Budget.Limit.STEPS_AT_ONE_INSTANT),
                limit(budget, Budget.Limit.THREADS),
                cancelled);
        machine = new Machine(scenario.machine(), load, limits, chooser, observer, log);
        end = machine.runTo(0);
    }

    private static Limits.Limit limit(Budget budget, Budget.Limit limit) {
        return new Limits.Limit(budget.of(limit), budget.crossed(limit));
    }

    /** Virtual time of the event handled last; the horizon once it is reached. */
    public long timeNs() {
        return machine.timeNs();
    }

    /** Instructions, interrupts, deliveries and polling turns so far. */
    public long steps() {
        return machine.steps();
    }

    public boolean isOver() {
        return end != null;
    }

    /**
     * Runs on, up to and without the first event at or after {@code timeNs}; not at all where that is behind.
     *
     * @return whether the run is over
     */
    public boolean runTo(long timeNs) {
        end = machine.runTo(timeNs);
        return isOver();
    }

    /**
     * Runs on by one event: an arrival, or one CPU up to its next kernel call.
     *
     * @return whether the run is over
     */
    public boolean step() {
        end = machine.step();
        return isOver();
    }

    /** Runs on to the end. */
    public Result run() {
        end = machine.run();
        return result();
    }

    /** @throws IllegalStateException if the run is not over */
    public Result result() {
        if (end == null) {
            throw new IllegalStateException("the run is not over: timeNs=" + timeNs());
        }
        metrics.finish(end.timeNs());
        List<TraceEvent> trace = recorder == null ? List.of() : new TraceReader(recorder, names, texts);
        return new Result(
                scenario,
                end,
                machine.steps(),
                metrics.switches(),
                evaluators.results(end),
                metrics.threads(),
                metrics.cpus(),
                metrics.events().subList(0, scenario.events().size()),
                metrics.faults(),
                end.reason() == RunEnd.Reason.CANCELLED ? "" : digest.hex(),
                trace);
    }

    /** What was measured of the CPUs up to now, in order. */
    public List<CpuMetrics> cpus() {
        metrics.finish(timeNs());
        return metrics.cpus();
    }

    /** What was measured of the threads up to now: those declared, in order, then those created. */
    public List<ThreadMetrics> threads() {
        metrics.finish(timeNs());
        return metrics.threads();
    }

    /** Everything as it is now, the trace and the measurements included, for {@link #restore}. */
    public Snapshot snapshot() {
        return new Snapshot(this);
    }

    /**
     * Goes back, or on, to where the run stood at {@link #snapshot}. A {@link #result} taken before stays what it is.
     *
     * @throws IllegalArgumentException if the snapshot is not of this run
     */
    public void restore(Snapshot snapshot) {
        if (!snapshot.isOf(this)) {
            throw new IllegalArgumentException("a snapshot of another run");
        }
        snapshot.restore();
    }

    /**
     * Of the machine and its kernel with the time, and so of all that decides how the run goes on; not of what it has been
     * through: trace, measurements, steps, counters of the kernel. To be compared among runs of one scenario.
     */
    public StateHash hash() {
        return StateHash.of(machine);
    }
}
