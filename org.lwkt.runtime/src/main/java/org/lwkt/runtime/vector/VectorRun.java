// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

/** A run of a scenario that can be written as a conformance vector, if the format of the vectors can say it. */
public final class VectorRun {
    private static final int CPUS_MAX = 8;

    private final Scenario scenario;
    private final CommandRecorder recorder;
    private final Result result;

    private VectorRun(Scenario scenario, CommandRecorder recorder, Result result) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.result = result;
    }

    /**
     * Runs the scenario.
     *
     * @param runner of this scenario, not used for anything else from now on
     */
    public static VectorRun of(Scenario scenario, Runner runner) {
        CommandRecorder recorder = new CommandRecorder(scenario.position());
        if (scenario.machine().cpus() <= CPUS_MAX) {
            runner.logCommands(recorder);
        }
        return new VectorRun(scenario, recorder, runner.run());
    }

    /** What the run found; the same as without a vector. */
    public Result result() {
        return result;
    }

    /**
     * The vector.
     *
     * @throws NoVectorException with the first place that the format cannot say
     */
    public String text() throws NoVectorException {
        if (scenario.machine().cpus() > CPUS_MAX) {
            throw new NoVectorException(
                    scenario.position(),
                    "a vector has no more than " + CPUS_MAX + " CPUs: "
                            + scenario.machine().cpus());
        }
        return new VectorWriter(scenario, recorder, result.end()).text();
    }
}
