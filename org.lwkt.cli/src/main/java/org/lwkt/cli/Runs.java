// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.List;
import org.lwkt.report.text.TextReport;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.vector.VectorRun;

/** Runs scenarios one after the other and prints each result as soon as it is there. */
final class Runs {
    private final Session session;
    private final TextReport report;
    /** Null where no vector is written. */
    private final VectorFile vector;

    private int held;
    private int failed;

    /** @param vector takes the run of a single scenario, or null */
    Runs(Session session, VectorFile vector) {
        this.session = session;
        this.vector = vector;
        this.report = new TextReport(session.console().outStyle());
    }

    void run(List<Scenario> scenarios) {
        try (Progress progress = new Progress(session.console())) {
            for (Scenario scenario : scenarios) {
                if (session.cancelled().getAsBoolean() && held + failed > 0) {
                    break;
                }
                progress.now("running " + (held + failed + 1) + " of " + scenarios.size());
                run(scenario, Runner.of(scenario).cancelWhen(session.cancelled()));
            }
        }
        int left = scenarios.size() - held - failed;
        if (left > 0) {
            session.console().message(Counted.of(left, "scenario was", "scenarios were") + " not run");
        }
        if (!scenarios.isEmpty()) {
            session.console().println(report.summary(held, failed));
        }
    }

    private void run(Scenario scenario, Runner runner) {
        if (vector == null) {
            print(runner.run());
            return;
        }
        VectorRun run = VectorRun.of(scenario, runner);
        print(run.result());
        try {
            vector.write(scenario, run);
        } catch (InputException problem) {
            session.reject(problem);
        }
    }

    private void print(Result result) {
        session.verdict().add(status(result));
        if (result.held()) {
            held++;
        } else {
            failed++;
        }
        session.console().println(report.of(result));
        session.console().flush();
    }

    private static ExitStatus status(Result result) {
        if (result.held()) {
            return ExitStatus.HELD;
        }
        return switch (result.end().reason()) {
            case BUDGET, CANCELLED -> ExitStatus.STOPPED;
            case PANIC, ERROR, DECIDED, HORIZON, DEADLOCK, LOST_WAKEUP, QUIESCENT -> ExitStatus.FAILED;
        };
    }
}
