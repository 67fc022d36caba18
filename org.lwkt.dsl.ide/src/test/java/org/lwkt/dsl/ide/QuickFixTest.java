// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixes as an editor gets them. */
class QuickFixTest {
    @TempDir
    Path folder;

    private static String body(String statement) {
        return "scenario \"s\" {\n    token vm\n    channel c\n    lock l\n    thread t { " + statement + " }\n}\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gettoken vmm        | vmm      | gettoken vm
            yeild               | yeild    | yield
            lwkt_gettoken vm    | lwkt     | gettoken vm
            run 5               | 5        | run 5ms
            setpri TDPRI_MAX    | TDPRI    | setpri MAX
            setpri KERN_DEAMON  | KERN     | setpri KERN_DAEMON
            lockmgr l exclusive | excl     | lockmgr l LK_EXCLUSIVE
            tsleep c 5ms        | 5ms      | tsleep c timeout 5ms
            migrate 0           | 0        | migrate cpu 0
            assert 1 = 2        | = 2      | assert 1 == 2
            run 1ms, run 2ms    | , run    | run 1ms run 2ms
            """)
    void aMistakeIsMendedInItsPlace(String statement, String at, String expected) throws Exception {
        try (Editor editor = new Editor(folder, body(statement))) {
            editor.diagnostics(1);
            List<CodeAction> fixes = editor.fixes(editor.before(at));
            assertEquals(1, fixes.size(), fixes::toString);
            assertEquals(CodeActionKind.QuickFix, fixes.get(0).getKind());
            assertEquals(body(expected), editor.mended(fixes.get(0)));
        }
    }

    @Test
    void anUnusedDeclarationGoesWithItsCommentAndItsLines() throws Exception {
        String rest = "\n/** Kept. */\nscenario \"s\" { thread t { run 1ms } }\n";
        try (Editor editor = new Editor(folder, "/** Goes. */\nmachine m { cpus 2 }\n" + rest)) {
            editor.diagnostics(1);
            assertEquals(rest, editor.mended(editor.fixes(editor.before("m {")).getFirst()));
        }
    }

    @Test
    void anUnusedResourceOfAScenarioGoesAlone() throws Exception {
        String text = "scenario \"s\" {\n    thread t { run 1ms }\n}\n";
        try (Editor editor = new Editor(folder, text.replace("    thread", "    token vm\n    thread"))) {
            editor.diagnostics(1);
            assertEquals(text, editor.mended(editor.fixes(editor.before("vm")).getFirst()));
        }
    }

    @Test
    void nothingIsOfferedWhereNothingIsWrong() throws Exception {
        try (Editor editor = new Editor(folder, body("gettoken vmm"))) {
            assertTrue(editor.capabilities.getCodeActionProvider() != null);
            editor.diagnostics(1);
            assertEquals(List.of(), editor.fixes(editor.before("channel")));
        }
    }
}
