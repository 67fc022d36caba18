// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.report.table.RunRow;
import org.lwkt.report.table.RunTable;
import org.lwkt.report.text.SweepReport;
import org.lwkt.report.text.TextReport;
import org.lwkt.report.text.TextStyle;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.Sweep;

/** Runs scenarios one after the other, with the budgets that every run has, and reports on them. */
final class ScenarioRuns {
    /** For a console in a font of fixed width. */
    private static final TextStyle STYLE = new TextStyle(true, false);

    private ScenarioRuns() {}

    static List<Finished> run(List<Sweep> scenarios, RunClient.Progress progress) {
        List<Finished> results = new ArrayList<>();
        for (Sweep sweep : scenarios) {
            if (progress.isCancelled()) {
                break;
            }
            progress.scenario(results.size(), scenarios.size(), sweep.name());
            results.add(sweep.parameters().isEmpty() ? single(sweep, progress) : all(sweep, progress));
        }
        return results;
    }

    private static Finished single(Sweep sweep, RunClient.Progress progress) {
        Result result =
                Runner.of(sweep.scenario(0)).cancelWhen(progress::isCancelled).run();
        return new Finished(sweep.name(), result, null, List.of(), isCancelled(result));
    }

    private static Finished all(Sweep sweep, RunClient.Progress progress) {
        List<RunRow> rows = new ArrayList<>();
        List<Expectation> expectations = List.of();
        boolean stopped = false;
        for (int run = 0; run < sweep.size() && !stopped; run++) {
            Scenario scenario = scenario(sweep, run);
            if (scenario == null) {
                stopped = true;
                break;
            }
            Result result = Runner.of(scenario)
                    .recordTrace(false)
                    .cancelWhen(progress::isCancelled)
                    .run();
            rows.add(RunRow.of(run + 1, sweep.values(run), result));
            expectations = result.scenario().expectations();
            stopped = isCancelled(result);
        }
        RunTable table = new RunTable(
                sweep.name(),
                sweep.position(),
                sweep.parameters().stream().map(Sweep.Parameter::name).toList(),
                expectations.stream().map(Expectation::text).toList(),
                rows);
        return new Finished(
                sweep.name(),
                null,
                table,
                expectations.stream().map(Expectation::position).toList(),
                stopped);
    }

    /** {@code null} where there is none any more: an imported file has changed, or there is something wrong with this run alone. */
    private static Scenario scenario(Sweep sweep, int run) {
        try {
            return sweep.scenario(run);
        } catch (RuntimeException gone) {
            return null;
        }
    }

    private static boolean isCancelled(Result result) {
        return result.end().reason() == RunEnd.Reason.CANCELLED;
    }

    static RunOutcome outcome(List<Sweep> scenarios, List<Finished> results) {
        TextReport report = new TextReport(STYLE);
        SweepReport sweepReport = new SweepReport(STYLE);
        StringBuilder text = new StringBuilder();
        results.forEach(it -> text.append(it.result() == null ? sweepReport.of(it.table()) : report.of(it.result()))
                .append('\n'));
        int held = (int) results.stream().filter(Finished::held).count();
        text.append(report.summary(held, results.size() - held));
        int notRun = scenarios.size() - results.size();
        text.append(notRun == 0 ? "\n" : ", " + notRun + " not run\n");
        return new RunOutcome(true, held == scenarios.size(), text.toString());
    }
}
