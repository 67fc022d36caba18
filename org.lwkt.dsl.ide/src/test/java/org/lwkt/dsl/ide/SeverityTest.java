// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor whose settings say how much warnings matter. */
final class SeverityTest {
    private static final String TEXT = "scenario \"s\" { thread t { repeat 0 { run 1ms } exit\nrun 1ms } }\n";
    private static final String UNREACHABLE =
            "2: this is never reached: the statement in line 1 does not come to an end";
    private static final String NO_TURNS = "1: this loop has no turns: its body never runs";

    @TempDir
    Path folder;

    private static void configure(Editor editor, String settings) {
        editor.server.didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString(settings)));
    }

    @Test
    void whatIsOpenIsLookedAtAgain() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            assertEquals(
                    List.of(NO_TURNS, UNREACHABLE),
                    editor.diagnostics(2).stream().sorted().toList());
            configure(
                    editor,
                    "{'lwkt': {'severity': {'no-turns': 'ignore', 'no-such-code': 'error', 'unreachable': 'no'}}}");
            assertEquals(List.of(UNREACHABLE), editor.diagnostics(1));
            configure(editor, "{'lwkt.severity': {'unreachable': 'ignore', 'no-turns': 'ignore'}}");
            assertEquals(List.of(), editor.diagnostics(0));
        }
    }

    @Test
    void settingsThatSayNothingOfItChangeNothing() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            editor.diagnostics(2);
            configure(editor, "{'lwkt.severity': {'unreachable': 'ignore'}}");
            assertEquals(List.of(NO_TURNS), editor.diagnostics(1));
            configure(editor, "{'editor': {'tabSize': 4}}");
            configure(editor, "null");
            editor.replace("run 1ms } }", "run 2ms } }");
            assertEquals(List.of(NO_TURNS), editor.diagnostics(1));
        }
    }

    @Test
    void anEditorMaySayItWhenItStarts() throws Exception {
        try (Editor editor =
                new Editor(folder, TEXT, JsonParser.parseString("{'lwkt': {'severity': {'no-turns': 'ignore'}}}"))) {
            assertEquals(List.of(UNREACHABLE), editor.diagnostics(1));
        }
    }
}
