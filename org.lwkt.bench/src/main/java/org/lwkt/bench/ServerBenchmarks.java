// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.lwkt.dsl.ide.server.LanguageServers;
import org.lwkt.dsl.ide.server.SilentClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What an edit of a file of 10,000 lines costs over the language server, until the editor hears what is wrong with it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 1)
@State(Scope.Thread)
public class ServerBenchmarks extends SilentClient {
    private static final int LINES = 10_000;
    private static final int PATIENCE_S = 60;
    private final String text = LanguageLoads.file(LINES);
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private Path folder;
    private String uri;
    private LanguageServerImpl server;
    private Range digit;
    private int version = 1;

    @Setup
    public void open() throws IOException, InterruptedException, ExecutionException {
        folder = Files.createTempDirectory("lwkt-bench");
        uri = folder.resolve("large.lwkt").toUri().toString();
        server = LanguageServers.create();
        server.connect(this);
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "bench")));
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setWorkspaceFolders(true);
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWorkspace(workspace);
        params.setCapabilities(capabilities);
        server.initialize(params).get();
        server.initialized(new InitializedParams());
        server.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "lwkt", version, text)));
        published.poll(PATIENCE_S, TimeUnit.SECONDS);
        int at = text.indexOf("5ms", text.length() / 2);
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at) - 1;
        digit = new Range(new Position(line, column), new Position(line, column + 1));
    }

    @TearDown
    public void close() throws IOException {
        server.shutdown();
        Files.delete(folder);
    }

    /** An operation is one character that is typed in the middle of the file, and the diagnostics that come back. */
    @Benchmark
    public PublishDiagnosticsParams languageServerEdit() throws InterruptedException {
        version++;
        String typed = version % 2 == 0 ? "6" : "5";
        server.didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(digit, typed))));
        PublishDiagnosticsParams found = published.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (found == null || !found.getDiagnostics().isEmpty()) {
            throw new IllegalStateException("no diagnostics, or some: " + found);
        }
        return found;
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        published.add(params);
    }
}
