// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.server;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.lwkt.dsl.ide.run.RunClient;

/** Tells the editor of the progress of runs, as far as it can show that, and lets it cancel them. */
final class ClientProgress {
    private final Map<Either<String, Integer>, CompletableFuture<Object>> running = new ConcurrentHashMap<>();
    private LanguageClient client;
    private boolean showsProgress;
    private boolean refreshesHints;

    void connect(LanguageClient newClient, ClientCapabilities capabilities) {
        client = newClient;
        var window = capabilities == null ? null : capabilities.getWindow();
        showsProgress = window != null && Boolean.TRUE.equals(window.getWorkDoneProgress());
        var workspace = capabilities == null ? null : capabilities.getWorkspace();
        refreshesHints = workspace != null
                && workspace.getInlayHint() != null
                && Boolean.TRUE.equals(workspace.getInlayHint().getRefreshSupport());
    }

    /** @param given by the editor, which then shows progress in its own way, or {@code null} */
    CompletableFuture<Object> cancellable(
            Either<String, Integer> given, Function<RunClient, CompletableFuture<Object>> start) {
        Either<String, Integer> token =
                given != null ? given : Either.forLeft(UUID.randomUUID().toString());
        CompletableFuture<Object> answer = start.apply(new Client(token, given != null));
        running.put(token, answer);
        answer.whenComplete((outcome, failure) -> running.remove(token));
        return answer;
    }

    void cancel(Either<String, Integer> token) {
        CompletableFuture<Object> answer = running.get(token);
        if (answer != null) {
            answer.cancel(true);
        }
    }

    private final class Client implements RunClient {
        private final Either<String, Integer> token;
        private final boolean tokenGiven;

        Client(Either<String, Integer> token, boolean tokenGiven) {
            this.token = token;
            this.tokenGiven = tokenGiven;
        }

        @Override
        public Progress begin(BooleanSupplier cancelled) {
            boolean told = tokenGiven || showsProgress;
            if (told && !tokenGiven) {
                client.createProgress(new WorkDoneProgressCreateParams(token)).join();
            }
            return new Notifications(told ? token : null, cancelled);
        }

        @Override
        public void found() {
            if (refreshesHints) {
                client.refreshInlayHints();
            }
        }
    }

    private final class Notifications implements RunClient.Progress {
        /** {@code null} where nobody wants to know. */
        private final Either<String, Integer> token;

        private final BooleanSupplier cancelled;

        Notifications(Either<String, Integer> token, BooleanSupplier cancelled) {
            this.token = token;
            this.cancelled = cancelled;
            WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
            begin.setTitle("Run scenarios");
            begin.setCancellable(true);
            tell(begin);
        }

        @Override
        public void scenario(int index, int count, String name) {
            WorkDoneProgressReport report = new WorkDoneProgressReport();
            report.setMessage((index + 1) + " of " + count + ": " + name);
            report.setPercentage(100 * index / count);
            tell(report);
        }

        @Override
        public boolean isCancelled() {
            return cancelled.getAsBoolean();
        }

        @Override
        public void close() {
            tell(new WorkDoneProgressEnd());
        }

        private void tell(WorkDoneProgressNotification notification) {
            if (token != null) {
                client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
            }
        }
    }
}
