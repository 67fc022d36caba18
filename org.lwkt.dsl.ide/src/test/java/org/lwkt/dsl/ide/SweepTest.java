// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios with parameters in an editor. */
final class SweepTest {
    @TempDir
    Path folder;

    @Test
    void theRunsOfASweepAreCountedAtTheEndsOfLines() throws Exception {
        String text = """
                token vm
                scenario "s" with n in [1, 3], work in [1ms, 10ms] {
                    thread t { repeat n { with token vm { run work } } }
                    expect cputime(t) <= 10ms
                    expect switches(t) >= 1
                }
                """;
        try (Editor editor = new Editor(folder, text)) {
            editor.diagnostics(0);
            assertFalse(editor.run(editor.id.getUri()).held());
            assertEquals("""
                    scenario "s" with n in [1, 3], work in [1ms, 10ms] { -> \u2717 3 of 4 combinations hold, not n = 3, work = 10ms
                    expect cputime(t) <= 10ms -> \u2717 3 of 4 combinations hold, not n = 3, work = 10ms: 30ms
                    expect switches(t) >= 1 -> \u2713 4 of 4 combinations hold
                    """, editor.hints());
            assertEquals("**work**: time, 2 values", editor.hover(editor.before("work }")));
            assertTrue(editor.proposals(editor.before("n { with")).contains("n"));
        }
    }
}
