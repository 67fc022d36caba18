// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;

/** Notes that the editor said exit; ending the process, which is Xtext's way, is the affair of whoever started it. */
final class ExitSignal implements ILanguageServerShutdownAndExitHandler {
    private final CompletableFuture<Void> exited = new CompletableFuture<>();

    @Override
    public void shutdown() {}

    @Override
    public void exit() {
        exited.complete(null);
    }

    void then(Runnable action) {
        exited.thenRun(action);
    }
}
