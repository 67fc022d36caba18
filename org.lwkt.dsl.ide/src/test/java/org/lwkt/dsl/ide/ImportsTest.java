// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Location;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor on a file that imports others. */
final class ImportsTest {
    private static final String TEXT = """
            import "common/tokens.lwkt"
            scenario "s" on box {
                thread t on cpu 1 { with token vm { run 5ms } }
            }
            """;

    @TempDir
    Path folder;

    private Path common;

    @BeforeEach
    void writeWhatIsImported() throws IOException {
        common = folder.resolve("common/tokens.lwkt");
        Files.createDirectory(common.getParent());
        Files.writeString(common, "machine box { cpus 2 }\n/** Of all pages. */\ntoken vm\n");
    }

    @Test
    void whatIsImportedIsKnown() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            assertEquals(List.of(), editor.diagnostics(0));
            assertEquals("**vm**: token\n\nOf all pages.", editor.hover(editor.before("vm {")));
            assertTrue(editor.proposals(editor.before("vm {")).contains("vm"));
            assertTrue(editor.run(editor.id.getUri()).held());
        }
    }

    @Test
    void theDeclarationIsFoundInItsFile() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            var found = Editor.await(editor.server.definition(new DefinitionParams(editor.id, editor.before("vm {"))));
            List<? extends Location> locations = found.getLeft();
            assertEquals(common.toUri().toString(), locations.get(0).getUri());
            assertEquals(2, locations.get(0).getRange().getStart().getLine());
        }
    }

    @Test
    void anEditOfTheImportedFileIsSeenBeforeItIsSaved() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            editor.diagnostics(0);
            editor.openOther(common, "machine box { cpus 1 }\ntoken vm\n");
            assertEquals(List.of("3: there is no cpu 1: machine box has one CPU, 0"), editor.diagnostics(1));
            editor.changeOther(common, "machine box { cpus }\ntoken vm\n");
            assertEquals(
                    List.of("1: this file has errors; the first is in tokens.lwkt, line 1:"
                            + " expected a whole number after 'cpus', not '}'"),
                    editor.diagnostics(1));
            editor.changeOther(common, "machine box { cpus 8 }\ntoken vm\n");
            assertEquals(List.of(), editor.diagnostics(0));
            assertTrue(editor.run(editor.id.getUri()).held());
        }
    }

    @Test
    void anEditOfWhatTheImportedFileImportsIsSeenToo() throws Exception {
        Path third = folder.resolve("third.lwkt");
        Files.writeString(third, "token third\n");
        Files.writeString(common, "import \"../third.lwkt\"\n" + Files.readString(common));
        try (Editor editor = new Editor(folder, TEXT)) {
            editor.diagnostics(0);
            editor.openOther(third, "token\n");
            assertEquals(
                    List.of("1: this file has errors; the first is in tokens.lwkt, line 1:"
                            + " this file has errors; the first is in third.lwkt, line 1:"
                            + " expected a name after 'token', but the file ends here"),
                    editor.diagnostics(1));
            editor.changeOther(third, "token third\n");
            assertEquals(List.of(), editor.diagnostics(0));
        }
    }

    @Test
    void aFileThatComesLaterIsFound() throws Exception {
        String text = Files.readString(common);
        Files.delete(common);
        try (Editor editor = new Editor(folder, TEXT)) {
            assertEquals(List.of("1: there is no such file"), editor.diagnostics(1));
            Files.writeString(common, text);
            editor.server.didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                    List.of(new FileEvent(common.toUri().toString(), FileChangeType.Created))));
            assertEquals(List.of(), editor.diagnostics(0));
        }
    }

    @Test
    void pathsAreProposed() throws Exception {
        Files.writeString(folder.resolve("other.lwkt"), "token other\n");
        try (Editor editor = new Editor(folder, "import \"\"\nimport \"common/\"\n")) {
            assertEquals(List.of("\"common/", "\"other.lwkt\""), editor.proposals(editor.after("import \"")));
            assertEquals(List.of("\"common/tokens.lwkt\""), editor.proposals(editor.after("common/")));
        }
    }
}
