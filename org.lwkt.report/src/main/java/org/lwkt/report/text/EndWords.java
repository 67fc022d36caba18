// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.source.TimeText;

/** How a run ended, in words. */
final class EndWords {
    /** More waits than these are only counted. */
    private static final int WAITS_MOST = 64;

    private EndWords() {}

    /** A sentence, and where it happened if that is a place in the source. */
    static List<String> lines(Result result, int columns) {
        RunEnd end = result.end();
        String detail = Text.clean(end.detail());
        String sentence = "ended at " + TimeText.of(end.timeNs()) + ": " + reason(end.reason())
                + (detail.isEmpty() ? "" : ": " + detail)
                + (isUnexpected(result) ? " (not expected)" : "");
        List<String> lines = new ArrayList<>(Text.wrap(sentence, columns));
        if (end.position().isKnown()) {
            lines.add("at " + end.position());
        }
        if (end.cpu() >= 0) {
            String thread = end.thread().isEmpty() ? "" : ", thread " + Text.clean(end.thread());
            lines.addAll(Text.wrap("on cpu " + end.cpu() + thread, columns));
        }
        end.waits().stream().limit(WAITS_MOST).forEach(it -> lines.addAll(WaitWords.lines(it, columns)));
        if (end.waits().size() > WAITS_MOST) {
            lines.add("and " + (end.waits().size() - WAITS_MOST) + " more threads wait");
        }
        return lines;
    }

    /** Budgets and interruptions are never expected and need no word about it. */
    private static boolean isUnexpected(Result result) {
        return switch (result.end().reason()) {
            case PANIC, DEADLOCK, LOST_WAKEUP -> !result.endedAsExpected();
            case ERROR, BUDGET, CANCELLED, DECIDED, HORIZON, QUIESCENT -> false;
        };
    }

    private static String reason(RunEnd.Reason reason) {
        return switch (reason) {
            case PANIC -> "panic";
            case ERROR -> "error";
            case BUDGET -> "budget used up";
            case CANCELLED -> "cancelled, what follows is only the part until then";
            case DECIDED -> "every expectation decided, what follows is only the part until then";
            case HORIZON -> "horizon reached";
            case DEADLOCK -> "deadlock";
            case LOST_WAKEUP -> "lost wakeup";
            case QUIESCENT -> "quiescent, nothing left to run";
        };
    }
}
