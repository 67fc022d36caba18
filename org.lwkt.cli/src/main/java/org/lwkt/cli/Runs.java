// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.report.table.CsvTables;
import org.lwkt.report.table.JsonTables;
import org.lwkt.report.table.RunRow;
import org.lwkt.report.table.RunTable;
import org.lwkt.report.text.SweepReport;
import org.lwkt.report.text.TextReport;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;
import org.lwkt.runtime.vector.VectorRun;

/** Runs scenarios, several at once, and prints each result as soon as it and all before it are there. */
final class Runs {
    private final Session session;
    private final RunSettings settings;
    private final TextReport report;
    private final SweepReport sweepReport;
    private final RunFormat format;
    private final int jobs;
    /** Null where no vector is written. */
    private final VectorFile vector;

    private final List<RunTable> tables = new ArrayList<>();
    private int held;
    private int failed;

    /** The scenario whose runs come in. */
    private int current;

    private boolean cancelled;
    /** Whether there is something wrong with one of the runs. */
    private boolean refused;

    private List<RunRow> rows = new ArrayList<>();
    private List<String> expectations = List.of();

    /** @param vector takes the run of a single scenario, or null */
    Runs(Session session, RunSettings settings, VectorFile vector, RunFormat format, int jobs) {
        this.session = session;
        this.settings = settings;
        this.vector = vector;
        this.format = format;
        this.jobs = jobs;
        this.report = new TextReport(session.console().outStyle());
        this.sweepReport = new SweepReport(session.console().outStyle());
    }

    /** One run of one scenario, or why there is none. */
    private record Done(Result result, String problem) {}

    void run(List<Sweep> scenarios) {
        List<int[]> runs = new ArrayList<>();
        for (int scenario = 0; scenario < scenarios.size(); scenario++) {
            for (int run = 0; run < scenarios.get(scenario).size(); run++) {
                runs.add(new int[] {scenario, run});
            }
        }
        try (Progress progress = new Progress(session.console())) {
            progress.now("running 1 of " + runs.size());
            InOrder.run(
                    vector == null ? jobs : 1,
                    runs.size(),
                    piece -> run(scenarios.get(runs.get(piece)[0]), runs.get(piece)[1]),
                    session.cancelled(),
                    (piece, done) -> {
                        int[] which = runs.get(piece);
                        take(scenarios, which[0], which[1], done);
                        progress.now("running " + Math.min(piece + 2, runs.size()) + " of " + runs.size());
                    });
        }
        finish(scenarios);
    }

    /** On whichever thread; nothing is printed here. */
    private Done run(Sweep sweep, int run) {
        Scenario scenario;
        try {
            scenario = sweep.scenario(run);
        } catch (RuntimeException wrong) {
            // The check looks at some of very many combinations alone.
            return new Done(null, wrong.getMessage());
        }
        boolean trace = format == RunFormat.TEXT && sweep.parameters().isEmpty();
        Runner runner = settings.applyTo(Runner.of(scenario)).recordTrace(trace).cancelWhen(session.cancelled());
        if (vector == null) {
            return new Done(runner.run(), null);
        }
        VectorRun written = VectorRun.of(scenario, runner);
        String problem = null;
        try {
            vector.write(scenario, written);
        } catch (InputException refused) {
            problem = refused.getMessage();
        }
        return new Done(written.result(), problem);
    }

    private void take(List<Sweep> scenarios, int number, int run, Done done) {
        Sweep sweep = scenarios.get(number);
        if (number != current) {
            close(scenarios.get(current));
            current = number;
        }
        if (done.result() == null) {
            refused = true;
            session.reject(new InputException(
                    sweep.position().file(),
                    sweep.position().line(),
                    sweep.position().column(),
                    "with " + sweep.words(run) + " there is no run: " + done.problem()));
            return;
        }
        if (done.result().end().reason() == RunEnd.Reason.CANCELLED) {
            if (cancelled) {
                // It was begun at the same time as one before it, of which the user hears already.
                return;
            }
            cancelled = true;
        }
        session.verdict().add(status(done.result()));
        expectations = done.result().scenario().expectations().stream()
                .map(Expectation::text)
                .toList();
        rows.add(RunRow.of(run + 1, sweep.values(run), done.result()));
        if (format == RunFormat.TEXT && sweep.parameters().isEmpty()) {
            session.console().println(report.of(done.result()));
            session.console().flush();
        }
        if (done.problem() != null) {
            session.console().error(done.problem());
            session.verdict().add(ExitStatus.BAD_INPUT);
        }
    }

    /** All runs of the scenario are there that there will be. */
    private void close(Sweep sweep) {
        if (rows.isEmpty()) {
            refused = false;
            return;
        }
        RunTable table = new RunTable(
                sweep.name(),
                sweep.position(),
                sweep.parameters().stream().map(Sweep.Parameter::name).toList(),
                expectations,
                rows);
        if (table.held() == rows.size() && !refused) {
            held++;
        } else {
            failed++;
        }
        int left = sweep.size() - rows.size();
        rows = new ArrayList<>();
        refused = false;
        if (format != RunFormat.TEXT) {
            tables.add(table);
        } else if (!sweep.parameters().isEmpty()) {
            session.console().println(sweepReport.of(table));
            session.console().flush();
        }
        if (left > 0) {
            session.console().message(Counted.of(left, "run of", "runs of") + " \"" + sweep.name() + "\" missing");
        }
    }

    private void finish(List<Sweep> scenarios) {
        if (scenarios.isEmpty()) {
            return;
        }
        close(scenarios.get(current));
        int left = scenarios.size() - held - failed;
        if (left > 0) {
            session.console().message(Counted.of(left, "scenario was", "scenarios were") + " not run");
        }
        switch (format) {
            case TEXT -> session.console().println(report.summary(held, failed));
            case CSV -> session.console().print(CsvTables.of(tables));
            case JSON -> session.console().print(JsonTables.of(tables));
        }
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
