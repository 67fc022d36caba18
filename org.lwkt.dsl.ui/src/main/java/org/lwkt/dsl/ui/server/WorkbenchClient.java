// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.lwkt.dsl.ide.server.SilentClient;
import org.lwkt.dsl.ui.codemining.MiningRefresh;

/** Hears the server, on its threads, and must not hold them up. */
final class WorkbenchClient extends SilentClient {
    private final ProblemMarkers markers = new ProblemMarkers();

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        markers.show(params);
        // They come after each build of a file: the moment when its hints may be others.
        MiningRefresh.refresh(params.getUri());
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        MiningRefresh.refreshAll();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void showMessage(MessageParams params) {
        ILog.get().info(params.getMessage());
    }

    @Override
    public void logMessage(MessageParams params) {
        ILog.get().info(params.getMessage());
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        return CompletableFuture.completedFuture(null);
    }
}
