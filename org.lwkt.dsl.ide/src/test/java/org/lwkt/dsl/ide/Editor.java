// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandCapabilities;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.lwkt.dsl.ide.run.RunOutcome;
import org.lwkt.dsl.ide.server.LanguageServers;
import org.lwkt.dsl.ide.server.SilentClient;

/** An editor with one open document, in the process of its server. */
final class Editor extends SilentClient implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    final LanguageServerImpl server = LanguageServers.create();
    final TextDocumentIdentifier id;
    final ServerCapabilities capabilities;
    final List<String> progress = new ArrayList<>();
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> refreshes = new LinkedBlockingQueue<>();
    private String text;
    private int version = 1;

    /** Opens {@code text} as a file of {@code folder}; it is never written. */
    Editor(Path folder, String text) throws Exception {
        this(folder, text, null);
    }

    /** With options for the server. */
    Editor(Path folder, String text, Object options) throws Exception {
        this.text = text;
        id = new TextDocumentIdentifier(folder.resolve("a.lwkt").toUri().toString());
        server.connect(this);
        InitializeParams init = new InitializeParams();
        init.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
        init.setCapabilities(abilities());
        init.setInitializationOptions(options);
        capabilities = await(server.initialize(init)).getCapabilities();
        server.initialized(new InitializedParams());
        server.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(id.getUri(), "lwkt", version, text)));
    }

    private static ClientCapabilities abilities() {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setWorkspaceFolders(true);
        workspace.setExecuteCommand(new ExecuteCommandCapabilities());
        workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWorkspace(workspace);
        return capabilities;
    }

    static <T> T await(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Of the next build of the document that finds so many: line, counted from 1, and message. */
    List<String> diagnostics(int count) throws Exception {
        while (true) {
            PublishDiagnosticsParams next = published.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (next.getUri().equals(id.getUri()) && next.getDiagnostics().size() == count) {
                return next.getDiagnostics().stream().map(Editor::line).toList();
            }
        }
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.getRange().getStart().getLine() + 1 + ": "
                + diagnostic.getMessage().map(it -> it, it -> it.getValue());
    }

    /** Opens another file, with a text that is not the one on the disk. */
    void openOther(Path file, String other) {
        server.didOpen(
                new DidOpenTextDocumentParams(new TextDocumentItem(file.toUri().toString(), "lwkt", 1, other)));
    }

    void changeOther(Path file, String other) {
        server.didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(file.toUri().toString(), ++version),
                List.of(new TextDocumentContentChangeEvent(other))));
    }

    void replace(String old, String replacement) {
        int at = text.indexOf(old);
        Range range = new Range(position(at), position(at + old.length()));
        text = text.substring(0, at) + replacement + text.substring(at + old.length());
        server.didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(id.getUri(), ++version),
                List.of(new TextDocumentContentChangeEvent(range, replacement))));
    }

    Position position(int offset) {
        String head = text.substring(0, offset);
        int line = (int) head.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - (head.lastIndexOf('\n') + 1));
    }

    Position before(String part) {
        return position(text.indexOf(part));
    }

    Position after(String part) {
        return position(text.indexOf(part) + part.length());
    }

    List<CompletionItem> completion(Position at) throws Exception {
        return await(server.completion(new CompletionParams(id, at))).map(items -> items, list -> list.getItems());
    }

    List<String> proposals(Position at) throws Exception {
        return completion(at).stream().map(CompletionItem::getLabel).toList();
    }

    String hover(Position at) throws Exception {
        var hover = await(server.hover(new HoverParams(id, at)));
        return hover == null || hover.getContents().isLeft()
                ? ""
                : hover.getContents().getRight().getValue();
    }

    /** What is offered at a place, by title. */
    List<CodeAction> fixes(Position at) throws Exception {
        CodeActionParams params = new CodeActionParams(id, new Range(at, at), new CodeActionContext(List.of()));
        return await(server.codeAction(params)).stream().map(Either::getRight).toList();
    }

    /** The text with the edits of a fix, of which there is one. */
    String mended(CodeAction fix) {
        TextEdit edit = fix.getEdit().getChanges().get(id.getUri()).getFirst();
        return text.substring(0, offset(edit.getRange().getStart()))
                + edit.getNewText()
                + text.substring(offset(edit.getRange().getEnd()));
    }

    private int offset(Position position) {
        int line = 0;
        for (int i = 0; i < position.getLine(); i++) {
            line = text.indexOf('\n', line) + 1;
        }
        return line + position.getCharacter();
    }

    CompletableFuture<Object> begin(Object... arguments) {
        return server.executeCommand(new ExecuteCommandParams("lwkt.run", List.of(arguments)));
    }

    RunOutcome run(Object... arguments) throws Exception {
        return (RunOutcome) await(begin(arguments));
    }

    void awaitRefresh() throws Exception {
        refreshes.poll(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** The hints behind their lines: the line's text without white space around it, an arrow, the hint. */
    String hints() throws Exception {
        Range all = new Range(new Position(0, 0), position(text.length()));
        List<InlayHint> hints = await(server.inlayHint(new InlayHintParams(id, all)));
        String[] lines = text.split("\n");
        return hints.stream()
                .map(it -> lines[it.getPosition().getLine()].strip() + " -> "
                        + it.getLabel().getLeft() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        published.add(params);
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        refreshes.add(true);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notifyProgress(ProgressParams params) {
        progress.add(params.getToken().map(it -> it, Object::toString) + " "
                + params.getValue().getLeft().getKind());
    }

    @Override
    public void close() {
        server.shutdown();
    }

    static Either<String, Integer> token(String name) {
        return Either.forLeft(name);
    }
}
