// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsTextToTheLeftAndNumbersToTheRight() {
        Table table = new Table("name", ">count");
        table.row("a", "1");
        table.row("longer", "1,000,000");

        assertEquals("""
                name        count
                a               1
                longer  1,000,000
                """, lines(table, 80));
    }

    @Test
    void shortensTextAndNeverNumbers() {
        Table table = new Table("name", ">n");
        table.row("a-name-of-many-characters", "1234567890");

        assertEquals("""
                name                 n
                a-na...ers  1234567890
                """, lines(table, 22));
    }

    @Test
    void hasNoHeadingsWhereAllAreEmpty() {
        Table table = new Table("", ">");
        table.row("a", "1");

        assertEquals("a  1\n", lines(table, 80));
    }

    private static String lines(Table table, int columns) {
        return String.join("\n", table.lines(columns, TextStyle.PLAIN)) + "\n";
    }
}
