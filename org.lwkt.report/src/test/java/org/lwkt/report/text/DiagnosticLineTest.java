// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.source.SourcePosition;

class DiagnosticLineTest {
    @Test
    void hasTheFormThatCompilersShare() {
        assertEquals(
                "a.lwkt:3:14: error: no thread is called nik",
                DiagnosticLine.of(new SourcePosition("a.lwkt", 3, 14), "error", "no thread is called nik"));
    }

    @Test
    void stayOnOneLine() {
        assertEquals(
                "a.lwkt:1:1: error: expected one of: 'at' 'every'",
                DiagnosticLine.of(new SourcePosition("a.lwkt", 1, 1), "error", "expected one of:\n'at'\t'every'"));
    }

    @Test
    void namesTheFileAloneWhereThereIsNoLine() {
        assertEquals(
                "a.lwkt: error: no such file",
                DiagnosticLine.of(new SourcePosition("a.lwkt", 0, 0), "error", "no such file"));
    }
}
