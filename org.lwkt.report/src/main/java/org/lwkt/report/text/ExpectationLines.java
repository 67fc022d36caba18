// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/** What became of each expectation: a line for one that held, and for the others all that explains why not. */
final class ExpectationLines {
    private static final int MARK_WIDTH = 11;
    private static final int MOST_TEXT_WIDTH = 55;
    private static final String GAP = "  ";
    private static final int MOST_EVIDENCE = 8;

    private final TextStyle style;
    private final int columns;

    ExpectationLines(TextStyle style, int columns) {
        this.style = style;
        this.columns = columns;
    }

    List<String> lines(List<ExpectationResult> results) {
        List<String> lines = new ArrayList<>();
        int textWidth = 0;
        for (ExpectationResult result : results) {
            int width = result.held() ? Text.width(text(result)) : 0;
            textWidth = Math.max(textWidth, Math.min(width, MOST_TEXT_WIDTH));
        }
        for (ExpectationResult result : results) {
            addHeadline(lines, result, textWidth);
            if (!result.held()) {
                addDetails(lines, result);
            }
        }
        return lines;
    }

    private static String text(ExpectationResult result) {
        return Text.clean(result.expectation().text());
    }

    /** The text, and of one that held the value beside it where there is room. */
    private void addHeadline(List<String> lines, ExpectationResult result, int textWidth) {
        String actual = Text.clean(result.actual());
        int actualWidth = columns - MARK_WIDTH - textWidth - GAP.length();
        boolean beside = result.held() && !actual.isEmpty() && Text.width(actual) <= actualWidth;
        List<String> text = Text.wrap(text(result), beside ? textWidth : columns - MARK_WIDTH);
        String first = beside ? Text.padRight(text.getFirst(), textWidth) + GAP + actual : text.getFirst();
        lines.add(mark(result.outcome()) + first);
        for (String more : text.subList(1, text.size())) {
            lines.add(" ".repeat(MARK_WIDTH) + more);
        }
        if (result.held() && !beside && !actual.isEmpty()) {
            addField(lines, "actual", actual);
        }
    }

    private String mark(ExpectationResult.Outcome outcome) {
        return switch (outcome) {
            case HELD -> style.good(Text.padRight("held", MARK_WIDTH));
            case FAILED -> style.bad(Text.padRight("FAILED", MARK_WIDTH));
            case UNDECIDED -> style.doubtful(Text.padRight("UNDECIDED", MARK_WIDTH));
        };
    }

    private void addDetails(List<String> lines, ExpectationResult result) {
        addField(lines, "expected", result.expected());
        addField(lines, "actual", result.actual());
        String when = TimeText.of(result.timeNs())
                + (result.cpu() < 0 ? "" : ", cpu " + result.cpu())
                + (result.thread().isEmpty() ? "" : ", thread " + result.thread());
        addField(lines, "at", when);
        SourcePosition position = result.expectation().position();
        if (position.isKnown()) {
            lines.add(field("line") + position);
        }
        addEvidence(lines, result.evidence());
    }

    private static String field(String name) {
        return " ".repeat(MARK_WIDTH) + Text.padRight(name, 10);
    }

    private void addField(List<String> lines, String name, String value) {
        String label = field(name);
        for (String line : Text.wrap(Text.clean(value), columns - label.length())) {
            lines.add(label + line);
            label = " ".repeat(label.length());
        }
    }

    private void addEvidence(List<String> lines, List<TraceEvent> evidence) {
        String label = field("events");
        List<EventLine> shown = new ArrayList<>();
        for (TraceEvent event : evidence.subList(Math.max(0, evidence.size() - MOST_EVIDENCE), evidence.size())) {
            shown.add(EventWords.alone(event));
        }
        for (String line : EventTable.bare(shown, columns - label.length(), style)) {
            lines.add(label + line);
            label = " ".repeat(label.length());
        }
    }
}
