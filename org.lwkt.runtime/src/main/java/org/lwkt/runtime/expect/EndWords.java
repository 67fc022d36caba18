// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.source.TimeText;

/** How a run ended, as the actual value of an expectation. */
final class EndWords {
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
            case DEADLOCK -> "deadlock" + at + ": " + end.detail();
            case LOST_WAKEUP -> "lost wakeup" + at + ": " + end.detail();
            case QUIESCENT -> "quiescent" + at;
        };
    }
}
