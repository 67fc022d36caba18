// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageBenchmarksTest {
    @Test
    void theFileHasTheLinesThatTheFiguresAreAboutAndNoMistake() {
        assertEquals(10_000, LanguageLoads.file(10_000).lines().count(), 50);
        assertEquals(List.of(), new LanguageBenchmarks().languageCompile().diagnostics());
    }

    @Test
    void anEditAndItsOppositeLeaveNoMistake() throws IOException {
        LanguageBenchmarks load = new LanguageBenchmarks();
        load.openInAnEditor();
        assertEquals(List.of(), load.languageEdit());
        assertEquals(List.of(), load.languageEdit());
    }
}
