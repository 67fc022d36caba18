// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void wideCharactersTakeTwoColumnsAndAccentsNone() {
        assertEquals(4, Text.width("\u4e2d\u6587"));
        assertEquals(4, Text.width("cafe\u0301"));
        assertEquals(2, Text.width("\ud83d\ude00"));
    }

    @Test
    void aShortenedNameKeepsBothItsEnds() {
        assertEquals("work...-17", Text.shorten("worker-number-17", 10, "..."));
        assertEquals("as it is", Text.shorten("as it is", 8, "..."));
    }

    @Test
    void aShortenedNameOfWideCharactersFits() {
        for (int columns = 0; columns < 20; columns++) {
            assertTrue(Text.width(Text.shorten("\u4e2d".repeat(30), columns, "\u2026")) <= Math.max(1, columns));
        }
    }

    @Test
    void linesBreakAtBlanksAndInsideWordsThatAreTooLong() {
        assertEquals(List.of("one two", "three"), Text.wrap("one two three", 8));
        assertEquals(List.of("a", "bbbbb", "bb c"), Text.wrap("a bbbbbbb c", 5));
        assertEquals(List.of(""), Text.wrap("", 5));
    }

    @Test
    void halvesOfSurrogatePairsBecomeQuestionMarks() {
        assertEquals("a?b", Text.clean("a\ud83db"));
    }
}
