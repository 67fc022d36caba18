// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.report.text.TextReport;
import org.lwkt.report.text.TextStyle;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;

/** Runs scenarios one after the other, with the budgets that every run has, and reports on them. */
final class ScenarioRuns {
    /** For a console in a font of fixed width. */
    private static final TextStyle STYLE = new TextStyle(true, false);

    private ScenarioRuns() {}

    static List<Result> run(List<Scenario> scenarios, RunClient.Progress progress) {
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (progress.isCancelled()) {
                break;
            }
            progress.scenario(results.size(), scenarios.size(), scenario.name());
            results.add(Runner.of(scenario).cancelWhen(progress::isCancelled).run());
        }
        return results;
    }

    static RunOutcome outcome(List<Scenario> scenarios, List<Result> results) {
        TextReport report = new TextReport(STYLE);
        StringBuilder text = new StringBuilder();
        results.forEach(it -> text.append(report.of(it)).append('\n'));
        int held = (int) results.stream().filter(Result::held).count();
        text.append(report.summary(held, results.size() - held));
        int notRun = scenarios.size() - results.size();
        text.append(notRun == 0 ? "\n" : ", " + notRun + " not run\n");
        return new RunOutcome(true, held == scenarios.size(), text.toString());
    }
}
