// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.conformance.VectorOutcome;

class VectorReportTest {
    private final VectorReport report = new VectorReport(TextStyle.PLAIN);

    @Test
    void theTwoLinesStandSideBySide() {
        assertEquals(
                """
                FAILED  hand-exit  vectors/hand-exit.txt:16
                          | expected   | actual
                  line 16 | t A cpu=2  | t A cpu=0 pri=12
                """,
                report.failure(new VectorOutcome(
                        "hand-exit", "vectors/hand-exit.txt", false, 16, "t A cpu=2 ", "t A cpu=0 pri=12")));
    }

    @Test
    void linesThatAreTooLongGoOnBelow() {
        String failure = report.failure(new VectorOutcome("v", "v.txt", false, 7, "A".repeat(90), "B".repeat(50)));

        assertEquals(
                """
                FAILED  v  v.txt:7
                         | expected                                    | actual
                  line 7 | A43 | B43
                         | A43 | B7
                         | AAAA                                        |
                """.replace("A43", "A".repeat(43))
                        .replace("B43", "B".repeat(43))
                        .replace("B7", "B".repeat(7)),
                failure);
    }

    @Test
    void theLastLineCounts() {
        assertEquals("68 vectors, 67 passed, 1 failed", report.summary(67, 1));
    }
}
