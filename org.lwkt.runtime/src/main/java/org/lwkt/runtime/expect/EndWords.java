// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.stream.Collectors;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.source.TimeText;

/** How a run ended, as the actual value of an expectation. */
final class EndWords {
    private static final int MOST = 4;

    private EndWords() {}

    static String of(RunEnd end) {
        String at = " at " + TimeText.of(end.timeNs());
        return switch (end.reason()) {
            case PANIC -> "panic" + at + ": " + end.detail();
            case ERROR -> "error" + at + ": " + end.detail();
            case BUDGET -> "stopped" + at + ": " + end.detail();
            case CANCELLED -> "cancelled" + at;
            case DECIDED -> "everything decided" + at;
            case HORIZON -> "horizon reached" + at;
            case DEADLOCK -> "deadlock" + at + ": " + waiting(end);
            case LOST_WAKEUP -> "lost wakeup" + at + ": " + waiting(end);
            case QUIESCENT -> "quiescent" + at;
        };
    }

    /** The first few threads that wait. */
    private static String waiting(RunEnd end) {
        int more = end.waits().size() - MOST;
        String first = end.waits().stream().limit(MOST).map(Wait::thread).collect(Collectors.joining(", "));
        return first + (more > 0 ? " and " + more + " more" : "") + (end.waits().size() == 1 ? " waits" : " wait");
    }
}
