// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.metrics.EventMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.source.TimeText;

/** What a result says about the lines of its scenario. */
final class RunNotes {
    private static final String GOOD = "\u2713 ";
    private static final String BAD = "\u2717 ";
    /** A panic's text or a value must not push everything else out of sight. */
    private static final int LONGEST = 80;

    private final List<LineNote> notes = new ArrayList<>();

    private RunNotes() {}

    static List<LineNote> of(Result result) {
        RunNotes notes = new RunNotes();
        notes.add(result.scenario().position(), verdict(result));
        result.expectations().forEach(it -> notes.add(it.expectation().position(), outcome(it)));
        for (int event = 0; event < result.events().size(); event++) {
            notes.add(
                    result.scenario().events().get(event).position(),
                    fired(result.events().get(event)));
        }
        for (int thread = 0; thread < result.threads().size(); thread++) {
            notes.add(
                    result.scenario().threads().get(thread).position(),
                    ran(result.threads().get(thread)));
        }
        return List.copyOf(notes.notes);
    }

    private void add(SourcePosition position, String text) {
        if (position.isKnown()) {
            notes.add(new LineNote(position.line(), position.column(), shortened(text)));
        }
    }

    private static String verdict(Result result) {
        long held =
                result.expectations().stream().filter(ExpectationResult::held).count();
        int all = result.expectations().size();
        return (result.held() ? GOOD : BAD) + (all == 0 ? "" : held + " of " + all + " held, ") + end(result.end());
    }

    private static String end(RunEnd end) {
        String reason = switch (end.reason()) {
            case PANIC -> "panic";
            case ERROR -> "error";
            case BUDGET -> "budget used up";
            case CANCELLED -> "cancelled";
            case DECIDED -> "everything decided";
            case HORIZON -> "horizon";
            case DEADLOCK -> "deadlock";
            case LOST_WAKEUP -> "lost wakeup";
            case QUIESCENT -> "quiescent";
        };
        return reason + " at " + TimeText.of(end.timeNs()) + (end.detail().isEmpty() ? "" : ": " + end.detail());
    }

    private static String outcome(ExpectationResult result) {
        String actual = result.actual();
        return switch (result.outcome()) {
            case HELD -> GOOD + (actual.isEmpty() ? "held" : actual);
            case FAILED -> BAD + (actual.isEmpty() ? "failed" : actual);
            case UNDECIDED -> BAD + "undecided" + (actual.isEmpty() ? "" : ": " + actual);
        };
    }

    private static String fired(EventMetrics event) {
        if (event.count() == 0) {
            return "never fired";
        }
        String first = TimeText.of(event.firstNs());
        return event.count() == 1 ? "fired at " + first : "fired " + event.count() + " times, first at " + first;
    }

    private static String ran(ThreadMetrics thread) {
        if (thread.startNs() < 0) {
            return "never ran";
        }
        return "ran " + TimeText.of(thread.cpuTimeNs()) + ", " + counted(thread.switches(), "switch", "switches")
                + (thread.preemptions() == 0 ? "" : ", preempted " + counted(thread.preemptions(), "time", "times"));
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }
}
