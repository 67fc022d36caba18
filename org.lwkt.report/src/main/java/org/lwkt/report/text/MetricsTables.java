// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.scenario.Result;

/** What was measured, per thread and per CPU. Shares are of the virtual time of the run. */
final class MetricsTables {
    private static final int MOST_ROWS = 64;

    private final Result result;
    private final TextStyle style;
    private final int columns;

    MetricsTables(Result result, TextStyle style, int columns) {
        this.result = result;
        this.style = style;
        this.columns = columns;
    }

    List<String> threads() {
        Table table = new Table(
                "thread", ">cpu time", ">share", ">switches", ">preempted", ">first run", ">end", ">max latency");
        List<ThreadMetrics> threads = result.threads();
        for (ThreadMetrics thread : threads.subList(0, Math.min(MOST_ROWS, threads.size()))) {
            table.row(
                    thread.name(),
                    Times.brief(thread.cpuTimeNs()),
                    Numbers.percent(thread.cpuTimeNs(), result.end().timeNs()),
                    Numbers.count(thread.switches()),
                    Numbers.count(thread.preemptions()),
                    Times.briefOrNever(thread.startNs()),
                    Times.briefOrNever(thread.endNs()),
                    Times.briefOrNever(thread.latencyMaxNs()));
        }
        return lines(table, threads.size(), "more thread", "more threads");
    }

    /** Only CPUs that did more than take ticks, unless none did. */
    List<String> cpus() {
        Table table = new Table(
                ">cpu",
                ">busy",
                ">share",
                ">switches",
                ">preemptions",
                ">ticks",
                ">interrupts",
                ">IPIs sent",
                ">taken");
        List<CpuMetrics> busy = new ArrayList<>();
        List<CpuMetrics> quiet = new ArrayList<>();
        result.cpus().forEach(cpu -> (isQuiet(cpu) ? quiet : busy).add(cpu));
        busy.stream().limit(MOST_ROWS).forEach(cpu -> addRow(table, cpu));
        List<String> lines = busy.isEmpty()
                ? new ArrayList<>()
                : lines(table, busy.size(), "more CPU that ran something", "more CPUs that ran something");
        if (!quiet.isEmpty()) {
            long ticks = quiet.stream().mapToLong(CpuMetrics::ticks).sum();
            lines.add(Numbers.of(quiet.size(), "CPU", "CPUs") + " did nothing"
                    + (ticks == 0 ? "" : " but " + Numbers.of(ticks, "tick", "ticks")));
        }
        return lines;
    }

    private void addRow(Table table, CpuMetrics cpu) {
        table.row(
                Integer.toString(cpu.cpu()),
                Times.brief(cpu.busyNs()),
                Numbers.percent(cpu.busyNs(), result.end().timeNs()),
                Numbers.count(cpu.switches()),
                Numbers.count(cpu.preemptions()),
                Numbers.count(cpu.ticks()),
                Numbers.count(cpu.interrupts()),
                Numbers.count(cpu.ipisSent()),
                Numbers.count(cpu.ipisReceived()));
    }

    private static boolean isQuiet(CpuMetrics cpu) {
        return cpu.busyNs() == 0
                && cpu.switches() == 0
                && cpu.preemptions() == 0
                && cpu.interrupts() == 0
                && cpu.ipisSent() == 0
                && cpu.ipisReceived() == 0;
    }

    private List<String> lines(Table table, int rows, String one, String many) {
        List<String> lines = table.lines(columns, style);
        if (rows > MOST_ROWS) {
            lines.add(style.ellipsis() + " " + Numbers.of(rows - MOST_ROWS, one, many));
        }
        return lines;
    }
}
