// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandCapabilities;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lwkt.dsl.ide.server.SilentClient;

/** Starts the command as an editor does, as a process, and talks with it. */
@Timeout(120)
final class LspCommandTest {
    private static final Path EXAMPLE = Path.of("../examples/preemption.lwkt");
    private static final String EXPECTATION = "    expect cputime(nic) == 20us";

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void anEditorOpensRunsBreaksAndClosesAnExample() throws Exception {
        String text = Files.readString(EXAMPLE);
        Path messages = folder.resolve("messages.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.lwkt.cli.Main",
                        "lsp")
                .redirectError(messages.toFile())
                .start();
        try {
            LanguageServer server = connect(process);
            TextDocumentIdentifier id = open(server, text);
            assertEquals(List.of(), published.take().getDiagnostics());

            var lenses = server.getTextDocumentService()
                    .codeLens(new CodeLensParams(id))
                    .get();
            var run = lenses.get(0).getCommand();
            Map<?, ?> outcome = (Map<?, ?>) server.getWorkspaceService()
                    .executeCommand(new ExecuteCommandParams(run.getCommand(), run.getArguments()))
                    .get();
            assertEquals(true, outcome.get("held"), outcome::toString);
            int line = lineOf(EXPECTATION, text);
            InlayHint hint = hints(server, id).stream()
                    .filter(it -> it.getPosition().getLine() == line)
                    .findFirst()
                    .orElseThrow();
            assertEquals("\u2713 20us", hint.getLabel().getLeft());
            assertEquals(EXPECTATION.length(), hint.getPosition().getCharacter());

            published.clear();
            change(server, id, text.replace(EXPECTATION, "    expect cputime(nobody) == 20us"));
            List<Diagnostic> broken = published.take().getDiagnostics();
            assertEquals(1, broken.size(), broken::toString);
            assertEquals(line, broken.get(0).getRange().getStart().getLine());
            assertEquals(List.of(), hints(server, id));

            server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(id));
            assertNotNull(server.shutdown().get());
            server.exit();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            assertFalse(Files.readString(messages, StandardCharsets.UTF_8).contains("Exception"));
        } finally {
            process.destroyForcibly();
        }
    }

    private LanguageServer connect(Process process) throws Exception {
        var launcher =
                LSPLauncher.createClientLauncher(new Client(), process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        LanguageServer server = launcher.getRemoteProxy();
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setExecuteCommand(new ExecuteCommandCapabilities());
        workspace.setWorkspaceFolders(true);
        params.setCapabilities(new ClientCapabilities());
        params.getCapabilities().setWorkspace(workspace);
        server.initialize(params).get();
        server.initialized(new InitializedParams());
        return server;
    }

    private TextDocumentIdentifier open(LanguageServer server, String text) {
        String uri = folder.resolve("preemption.lwkt").toUri().toString();
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "lwkt", 1, text)));
        return new TextDocumentIdentifier(uri);
    }

    private static void change(LanguageServer server, TextDocumentIdentifier id, String text) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(id.getUri(), 2),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    private static List<InlayHint> hints(LanguageServer server, TextDocumentIdentifier id) throws Exception {
        Range all = new Range(new Position(0, 0), new Position(1000, 0));
        return server.getTextDocumentService()
                .inlayHint(new InlayHintParams(id, all))
                .get();
    }

    private static int lineOf(String line, String text) {
        return text.lines().toList().indexOf(line);
    }

    private final class Client extends SilentClient {
        @Override
        public void publishDiagnostics(PublishDiagnosticsParams params) {
            published.add(params);
        }
    }
}
