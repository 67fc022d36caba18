// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.util.CancelIndicator;
import org.lwkt.dsl.diagnostics.WarningLevels;
import org.lwkt.dsl.ide.run.RunCommand;
import org.lwkt.dsl.ide.run.RunHints;
import org.lwkt.dsl.ide.run.RunInput;
import org.lwkt.dsl.ide.run.RunInputs;

/** Adds what Xtext's server lacks: inlay hints, and runs that do not hold up the server. */
final class LwktLanguageServer extends LanguageServerImpl {
    private final ClientProgress progress = new ClientProgress();
    private final Set<URI> open = ConcurrentHashMap.newKeySet();
    private RunCommand runs;

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        SeveritySettings.of(params.getInitializationOptions()).ifPresent(warningLevels()::set);
        return super.initialize(params);
    }

    /** What is open is looked at again. */
    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        super.didChangeConfiguration(params);
        SeveritySettings.of(params.getSettings()).ifPresent(levels -> {
            warningLevels().set(levels);
            getRequestManager()
                    .runWrite(
                            () -> getWorkspaceManager().didChangeFiles(List.copyOf(open), List.of()),
                            (cancelled, buildable) -> buildable.build(cancelled));
        });
    }

    private WarningLevels warningLevels() {
        return getService(URI.createURI("memory:/any.lwkt"), WarningLevels.class);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        open.add(getURI(params.getTextDocument().getUri()));
        super.didOpen(params);
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        open.remove(getURI(params.getTextDocument().getUri()));
        super.didClose(params);
    }

    @Override
    protected ServerCapabilities createServerCapabilities(InitializeParams params) {
        ServerCapabilities capabilities = super.createServerCapabilities(params);
        capabilities.setInlayHintProvider(true);
        ExecuteCommandOptions commands = new ExecuteCommandOptions(List.of(RunCommand.NAME));
        commands.setWorkDoneProgress(true);
        capabilities.setExecuteCommandProvider(commands);
        // Xtext offers it although the language has none.
        capabilities.setSignatureHelpProvider(null);
        progress.connect(getLanguageClient(), params.getCapabilities());
        return capabilities;
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return getRequestManager().runRead(cancelled -> {
            URI uri = getURI(params.getTextDocument());
            RunHints hints = getService(uri, RunHints.class);
            return hints == null
                    ? List.<InlayHint>of()
                    : getWorkspaceManager()
                            .doRead(
                                    uri,
                                    (document, resource) -> document == null
                                            ? List.<InlayHint>of()
                                            : hints.of(uri.toString(), document.getContents(), params.getRange()));
        });
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        if (!RunCommand.NAME.equals(params.getCommand())) {
            return refused("there is no command " + params.getCommand());
        }
        List<Object> arguments = params.getArguments();
        if (arguments == null || arguments.isEmpty() || arguments.size() > 2) {
            return refused(RunCommand.NAME
                    + " takes the URI of a document and, if only one is wanted, the name of a scenario");
        }
        URI uri = getURI(CommandArguments.text(arguments.get(0)));
        String scenario = arguments.size() < 2 ? "" : CommandArguments.text(arguments.get(1));
        RunCommand command = getService(uri, RunCommand.class);
        if (command == null) {
            return refused("not a scenario file: " + uri);
        }
        runs = command;
        return progress.cancellable(params.getWorkDoneToken(), client -> command.start(input(uri, scenario), client));
    }

    private URI getURI(String text) {
        return getURI(new TextDocumentIdentifier(text));
    }

    /**
     * As a write, and in the part of it that cannot be cancelled: an edit right after the command must not take the run away.
     * A write cancels the builds before it, so that the tree may be older than the text; hence a build first.
     */
    private CompletableFuture<RunInput> input(URI uri, String scenario) {
        CompletableFuture<RunInput> input = new CompletableFuture<>();
        getRequestManager()
                .runWrite(
                        () -> {
                            try {
                                getWorkspaceManager()
                                        .didChangeFiles(List.of(), List.of())
                                        .build(CancelIndicator.NullImpl);
                                input.complete(read(uri, scenario));
                            } catch (RuntimeException | Error e) {
                                input.completeExceptionally(e);
                            }
                            return input;
                        },
                        (cancelled, done) -> done);
        return input;
    }

    private RunInput read(URI uri, String scenario) {
        RunInputs inputs = getService(uri, RunInputs.class);
        return getWorkspaceManager()
                .doRead(
                        uri,
                        (document, resource) -> document == null || resource == null
                                ? RunInput.missing(uri.toString())
                                : inputs.read(uri.toString(), document, resource, scenario));
    }

    private static CompletableFuture<Object> refused(String message) {
        return CompletableFuture.failedFuture(
                new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null)));
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        progress.cancel(params.getToken());
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        if (runs != null) {
            runs.stop();
        }
        return super.shutdown();
    }
}
