// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.function.BooleanSupplier;
import org.lwkt.runtime.machine.CommandLog;
import org.lwkt.runtime.machine.EventChooser;

/**
 * Runs a scenario. The defaults are the scenario's own budget, a recorded trace and no cancellation. A runner may run more
 * than once; each run is on a machine of its own and finds the same.
 */
public final class Runner {
    private final Scenario scenario;
    private Budget budget;
    private boolean recordTrace = true;
    private boolean stopsWhenDecided;
    private EventChooser chooser;
    private CommandLog log = CommandLog.NONE;
    private BooleanSupplier cancelled = () -> false;

    private Runner(Scenario scenario) {
        this.scenario = scenario;
        budget = scenario.budget();
    }

    /**
     * @throws IllegalArgumentException if the scenario is not consistent, or asks for what the machine cannot run; with the
     *     place
     */
    public static Runner of(Scenario scenario) {
        ScenarioChecks.checkRunnable(scenario);
        return new Runner(scenario);
    }

    /** In place of the scenario's own. */
    public Runner budget(Budget newBudget) {
        budget = newBudget;
        return this;
    }

    /**
     * Off: no events are kept, and their budget applies only where the scenario sets it; digest, metrics and outcomes are the
     * same.
     */
    public Runner recordTrace(boolean record) {
        recordTrace = record;
        return this;
    }

    /**
     * On: a run ends at the first instant at which every expectation is decided for good, and its end says so; what is
     * expected of how the run ends is never decided before. A run of which nothing is expected is not shortened.
     */
    public Runner stopWhenDecided(boolean stop) {
        stopsWhenDecided = stop;
        return this;
    }

    /** Chooses what comes next where several events are due at one instant, in place of the machine's own order. */
    public Runner chooseBy(EventChooser newChooser) {
        chooser = newChooser;
        return this;
    }

    /** The log hears what is done to the kernel of the run; for one run alone. */
    public Runner logCommands(CommandLog newLog) {
        log = newLog;
        return this;
    }

    /** The signal is polled every now and then on the thread that runs; the run ends soon after it answers true. */
    public Runner cancelWhen(BooleanSupplier signal) {
        cancelled = signal;
        return this;
    }

    /** Runs to the end; whatever a scenario can do is a result and no exception. */
    public Result run() {
        return start().run();
    }

    /** A run that goes on only when it is told to; it stands at time 0, the machine booted. */
    public Session start() {
        return new Session(scenario, budget, recordTrace, stopsWhenDecided, chooser, log, cancelled);
    }
}
