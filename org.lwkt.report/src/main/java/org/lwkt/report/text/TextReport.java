// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.source.TimeText;

/** A result for a person: headline, expectations, timeline, first and last events, metrics. */
public final class TextReport {
    private static final String INDENT = "  ";

    private final TextStyle style;
    private final int columns = TextStyle.WIDTH - INDENT.length();

    public TextReport(TextStyle style) {
        this.style = style;
    }

    /** The report of one run, ended by a line end. */
    public String of(Result result) {
        StringBuilder text = new StringBuilder();
        headline(result).forEach(line -> text.append(line).append('\n'));
        EndWords.lines(result, columns).forEach(line -> append(text, line));
        append(text, counters(result));
        RunThreads threads = new RunThreads(result.scenario());
        section(text, expectationHeading(result), new ExpectationLines(style, columns).lines(result.expectations()));
        section(text, "timeline", new Timeline(result, style, columns).lines());
        section(text, "events", new EventList(threads, style, columns).lines(result.trace()));
        MetricsTables metrics = new MetricsTables(result, style, columns);
        section(text, "threads", result.threads().isEmpty() ? List.of("none") : metrics.threads());
        section(text, "CPUs", metrics.cpus());
        return text.toString();
    }

    private List<String> headline(Result result) {
        Scenario scenario = result.scenario();
        String outcome = result.held() ? "HELD" : "FAILED";
        List<String> name = Text.wrap(outcome + "  scenario \"" + Text.clean(scenario.name()) + "\"", TextStyle.WIDTH);
        List<String> lines = new ArrayList<>(name);
        lines.set(
                0, paint(result.held(), outcome) + style.heading(name.getFirst().substring(outcome.length())));
        if (scenario.position().isKnown()) {
            lines.add(INDENT + scenario.position());
        }
        Text.wrap(machine(scenario.machine()), columns).forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private String paint(boolean good, String text) {
        return good ? style.good(text) : style.bad(text);
    }

    private static String machine(MachineSpec machine) {
        return "machine " + Text.clean(machine.name()) + ": " + Numbers.of(machine.cpus(), "CPU", "CPUs") + ", hz "
                + machine.hz() + ", IPI latency " + TimeText.of(machine.ipiLatencyNs()) + ", horizon "
                + TimeText.of(machine.horizonNs());
    }

    private static String counters(Result result) {
        return Numbers.of(result.steps(), "step", "steps") + ", "
                + Numbers.of(result.switches(), "switch", "switches")
                + (result.digest().isEmpty() ? "" : ", digest " + result.digest());
    }

    private static String expectationHeading(Result result) {
        long held =
                result.expectations().stream().filter(ExpectationResult::held).count();
        return "expectations: " + Numbers.count(held) + " of "
                + Numbers.count(result.expectations().size()) + " held";
    }

    private void section(StringBuilder text, String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append('\n').append(INDENT).append(style.heading(heading)).append('\n');
        lines.forEach(line -> append(text, line));
    }

    private static void append(StringBuilder text, String line) {
        text.append(INDENT).append(line).append('\n');
    }

    /** One line about all runs: how many held. */
    public String summary(int held, int failed) {
        String counts = Numbers.of(held + failed, "scenario", "scenarios") + ", " + Numbers.count(held) + " held, "
                + Numbers.count(failed) + " failed";
        return paint(failed == 0, counts);
    }
}
