// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.List;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * What became of one expectation.
 *
 * @param expected the condition in words, such as {@code cputime(pageout) == 60ms}
 * @param actual the value found, in words, such as {@code 55ms} or {@code never}
 * @param timeNs when it was decided, in virtual time
 * @param cpu where the deciding event happened, or -1
 * @param thread the thread of the deciding event, or empty
 * @param evidence the few events that explain the outcome, in order
 */
public record ExpectationResult(
        Expectation expectation,
        Outcome outcome,
        String expected,
        String actual,
        long timeNs,
        int cpu,
        String thread,
        List<TraceEvent> evidence) {
    public ExpectationResult {
        evidence = List.copyOf(evidence);
    }

    /** Whether the expectation held. */
    public enum Outcome {
        HELD,
        FAILED,
        /** The run ended before it could be decided; counts as failed. */
        UNDECIDED
    }

    public boolean held() {
        return outcome == Outcome.HELD;
    }

    /** In words, over several lines: its place, what was expected and found, when and where, and what explains it. */
    public String failure() {
        return FailureText.of(this);
    }
}
