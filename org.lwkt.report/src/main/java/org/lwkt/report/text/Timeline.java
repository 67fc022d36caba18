// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * Who ran when: one lane per CPU that did something, virtual time from left to right. A lane says who had most of each
 * column, the row below it who visited for less, and the row below that what arrived.
 */
final class Timeline {
    private static final int MOST_LANES = 16;

    private final Result result;
    private final TextStyle style;
    private final int columns;
    private final RunThreads threads;
    private final BitSet active = new BitSet();
    private final Set<String> ran = new LinkedHashSet<>();
    /** All CPUs have one clock rate, so that either each of them ticks or none. */
    private boolean ticked;

    /** @param columns the widest line */
    Timeline(Result result, TextStyle style, int columns) {
        this.result = result;
        this.style = style;
        this.columns = columns;
        this.threads = new RunThreads(result.scenario());
        result.trace().forEach(this::scan);
    }

    private void scan(TraceEvent event) {
        if (event.kind() == TraceEvent.Kind.TICK) {
            ticked = true;
        } else if (event.cpu() >= 0) {
            active.set(event.cpu());
        }
        if (isSwitch(event) && !threads.isIdle(event.thread())) {
            ran.add(event.thread());
        }
    }

    private static boolean isSwitch(TraceEvent event) {
        return event.kind() == TraceEvent.Kind.SWITCH || event.kind() == TraceEvent.Kind.PREEMPT;
    }

    /** The lines; none where nothing ran. */
    List<String> lines() {
        if (ran.isEmpty()) {
            return List.of();
        }
        int label = ("cpu " + active.stream().max().orElse(0)).length() + 2;
        TimeScale scale = TimeScale.of(result.end().timeNs(), columns - label);
        ThreadLetters letters = new ThreadLetters(mostImportantFirst());
        Map<Integer, TimelineLane> lanes = fill(scale);

        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(label) + scale.axis(columns - label));
        lanes.forEach((cpu, lane) -> {
            lines.add(Text.padRight("cpu " + cpu, label) + lane.mostly(letters, style.idle()));
            addUnlessBlank(lines, label, lane.visits(letters));
            addUnlessBlank(lines, label, lane.marks());
        });
        List<String> drawn =
                lines.stream().skip(1).map(line -> line.substring(label)).toList();
        addRest(lines, lanes.size());
        lines.addAll(legend(scale, letters, drawn));
        return lines;
    }

    private static void addUnlessBlank(List<String> lines, int label, String row) {
        if (!row.isBlank()) {
            lines.add(" ".repeat(label) + row);
        }
    }

    private void addRest(List<String> lines, int shown) {
        int more = active.cardinality() - shown;
        if (more > 0) {
            lines.add(style.ellipsis() + " " + Numbers.of(more, "more CPU", "more CPUs") + " that ran something");
        }
        int quiet = result.scenario().machine().cpus() - active.cardinality();
        if (quiet > 0) {
            lines.add(Numbers.of(quiet, "CPU", "CPUs") + " did nothing" + (ticked ? " but ticks" : ""));
        }
    }

    private Map<Integer, TimelineLane> fill(TimeScale scale) {
        Map<Integer, TimelineLane> lanes = new TreeMap<>();
        active.stream().limit(MOST_LANES).forEach(cpu -> lanes.put(cpu, new TimelineLane(scale)));
        for (TraceEvent event : result.trace()) {
            TimelineLane lane = lanes.get(event.cpu());
            if (lane != null) {
                add(event, lane);
            }
        }
        lanes.values().forEach(lane -> lane.end(result.end().timeNs()));
        return lanes;
    }

    private void add(TraceEvent event, TimelineLane lane) {
        if (isSwitch(event)) {
            lane.switchTo(threads.isIdle(event.thread()) ? "" : event.thread(), event.timeNs());
        }
        TimelineMark mark = TimelineMark.of(event);
        if (mark != null) {
            lane.mark(mark, event.timeNs());
        }
    }

    /** Those with the most CPU time get a letter where there are more than letters; else the order of the scenario. */
    private List<String> mostImportantFirst() {
        List<String> order = new ArrayList<>();
        List<ThreadMetrics> metrics = new ArrayList<>(result.threads());
        if (ran.size() > 26) {
            metrics.sort(Comparator.comparingLong(ThreadMetrics::cpuTimeNs).reversed());
        }
        for (ThreadMetrics thread : metrics) {
            if (ran.contains(thread.name())) {
                order.add(thread.name());
            }
        }
        Set<String> known = Set.copyOf(order);
        ran.stream().filter(it -> !known.contains(it)).forEach(order::add);
        return order;
    }

    private static boolean shows(List<String> lines, char sign) {
        return lines.stream().anyMatch(line -> line.indexOf(sign) >= 0);
    }

    /** What the signs mean, of those that were drawn. */
    private List<String> legend(TimeScale scale, ThreadLetters letters, List<String> drawn) {
        List<String> entries = new ArrayList<>();
        for (String thread : letters.threads()) {
            String name = Text.shorten(Text.clean(thread), 40, style.ellipsis());
            entries.add(letters.of(thread) + " " + name);
        }
        if (shows(drawn, ThreadLetters.MANY)) {
            entries.add(ThreadLetters.MANY + (ran.size() > letters.threads().size() ? " others" : " several"));
        }
        if (shows(drawn, style.idle())) {
            entries.add(style.idle() + " idle");
        }
        List<String> lines = columnsOf(entries);
        List<String> signs = new ArrayList<>();
        for (TimelineMark mark : TimelineMark.values()) {
            if (shows(drawn, mark.sign)) {
                signs.add(mark.sign + " " + mark.meaning);
            }
        }
        lines.addAll(columnsOf(signs));
        lines.add("one column is " + TimeText.of(scale.columnNs()) + "; a small letter had less than half of it");
        return lines;
    }

    private List<String> columnsOf(List<String> entries) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String entry : entries) {
            if (!line.isEmpty() && Text.width(line.toString()) + 3 + Text.width(entry) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : "   ").append(entry);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
