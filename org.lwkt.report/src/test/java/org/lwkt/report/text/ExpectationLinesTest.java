// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.trace.TraceEvent;

class ExpectationLinesTest {
    private static ExpectationResult result(
            String text, Outcome outcome, String actual, SourcePosition position, List<TraceEvent> evidence) {
        return new ExpectationResult(
                new Expectation.Ends(Ending.QUIESCENT, position, text), outcome, text, actual, 5, -1, "", evidence);
    }

    private static ExpectationResult held(String text, String actual) {
        return result(text, Outcome.HELD, actual, SourcePosition.NONE, List.of());
    }

    private static String lines(ExpectationResult... results) {
        return String.join("\n", new ExpectationLines(TextStyle.PLAIN, 60).lines(List.of(results))) + "\n";
    }

    @Test
    void valuesStandInAColumnOfTheirOwn() {
        assertEquals(
                """
                held       cputime(t) == 6ms  6ms
                held       quiescent
                held       t ends before 1s   at 6ms
                """,
                lines(held("cputime(t) == 6ms", "6ms"), held("quiescent", ""), held("t ends before 1s", "at 6ms")));
    }

    @Test
    void aValueThatIsTooWideGoesBelow() {
        assertEquals("""
                held       start(a) before end(b)
                           actual    start(a) at 12ms, end(b) at 50.22ms
                """, lines(held("start(a) before end(b)", "start(a) at 12ms, end(b) at 50.22ms")));
    }

    @Test
    void anUndecidedOneSaysAllThatIsKnown() {
        assertEquals(
                """
                UNDECIDED  quiescent
                           expected  quiescent
                           actual    the budget ended the run
                           at        5ns
                           line      a.lwkt:7:3
                """,
                lines(result(
                        "quiescent",
                        Outcome.UNDECIDED,
                        "the budget ended the run",
                        new SourcePosition("a.lwkt", 7, 3),
                        List.of())));
    }

    @Test
    void onlyTheLastEventsOfMuchEvidenceAreShown() {
        List<TraceEvent> evidence = new java.util.ArrayList<>();
        for (int at = 0; at < 20; at++) {
            evidence.add(new TraceEvent(at, 0, TraceEvent.Kind.WAKEUP, "t" + at, ""));
        }

        List<String> lines = lines(result("x", Outcome.FAILED, "y", SourcePosition.NONE, evidence))
                .lines()
                .toList();

        assertEquals(4 + 8, lines.size());
        assertEquals("           events    12ns  cpu 0  wakeup  t12", lines.get(4));
        assertEquals("                     19ns  cpu 0  wakeup  t19", lines.getLast());
    }
}
