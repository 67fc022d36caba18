// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ExecuteCommandCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.swt.widgets.Display;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.lwkt.dsl.ide.server.LanguageServers;

/**
 * The language server in this process. One mailbox thread creates it and is the only one that calls it, so that messages, changes
 * of documents above all, reach it in the order in which they were sent. The server works on threads of its own.
 */
public final class LanguageService {
    private static final long PATIENCE_S = 10;

    private static final ExecutorService MAILBOX = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "LWKT language service");
        thread.setDaemon(true);
        return thread;
    });

    /** Used by the mailbox thread alone. */
    private static LanguageServerImpl server;

    private LanguageService() {}

    /** Tells the server something, from any thread; does not wait. */
    public static void send(Consumer<LanguageServerImpl> notification) {
        MAILBOX.execute(() -> {
            try {
                notification.accept(server());
            } catch (Exception e) {
                ILog.get().error("The LWKT language service failed", e);
            }
        });
    }

    /** Asks the server something, from any thread; does not wait. The answer completes on a thread of the server. */
    public static <T> CompletableFuture<T> ask(Function<LanguageServerImpl, CompletableFuture<T>> request) {
        CompletableFuture<T> result = new CompletableFuture<>();
        MAILBOX.execute(() -> {
            try {
                CompletableFuture<T> answer = request.apply(server());
                answer.whenComplete((value, failure) -> {
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
                result.whenComplete((value, failure) -> {
                    if (result.isCancelled()) {
                        answer.cancel(true);
                    }
                });
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Waits for an answer, on a background thread only. An edit cancels questions about the text before it: no answer. */
    public static <T> T await(CompletableFuture<T> answer, T otherwise) {
        if (Display.getCurrent() != null) {
            throw new IllegalStateException("the UI thread must not wait for the language service");
        }
        try {
            T value = answer.get(PATIENCE_S, TimeUnit.SECONDS);
            return value == null ? otherwise : value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            answer.cancel(true);
        }
        return otherwise;
    }

    /** Ends the server. */
    public static void stop() {
        MAILBOX.execute(() -> {
            if (server != null) {
                server.shutdown();
            }
        });
        MAILBOX.shutdown();
    }

    /** {@code initialize} builds the workspace before it returns, which is why no other thread may come here. */
    private static LanguageServerImpl server() throws InterruptedException, ExecutionException {
        if (server == null) {
            ServerLog.toPlatform();
            LanguageServerImpl made = LanguageServers.create();
            made.connect(new WorkbenchClient());
            InitializeParams params = new InitializeParams();
            params.setCapabilities(capabilities());
            params.setWorkspaceFolders(WorkspaceFolders.all());
            made.initialize(params).get();
            made.initialized(new InitializedParams());
            server = made;
            ResourcesPlugin.getWorkspace()
                    .addResourceChangeListener(
                            new WorkspaceChanges(),
                            IResourceChangeEvent.POST_CHANGE
                                    | IResourceChangeEvent.PRE_CLOSE
                                    | IResourceChangeEvent.PRE_DELETE);
        }
        return server;
    }

    private static ClientCapabilities capabilities() {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setWorkspaceFolders(true);
        workspace.setExecuteCommand(new ExecuteCommandCapabilities());
        workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWorkspace(workspace);
        capabilities.setTextDocument(new TextDocumentClientCapabilities());
        return capabilities;
    }
}
