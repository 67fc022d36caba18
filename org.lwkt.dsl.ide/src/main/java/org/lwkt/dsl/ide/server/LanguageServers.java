// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.util.Modules;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceServiceProviderRegistryImpl;
import org.lwkt.dsl.ide.LwktIdeSetup;

/** Makes language servers. */
public final class LanguageServers {
    private static final String FILE_ENDING = "lwkt";

    private LanguageServers() {}

    /** A server to be called in this process: connect, initialize, initialized, and at the end shutdown. */
    public static LanguageServerImpl create() {
        return create(new ExitSignal(), LanguageServers.class.getClassLoader());
    }

    private static LanguageServerImpl create(ExitSignal exit, ClassLoader classPath) {
        return Guice.createInjector(module(exit, classPath)).getInstance(LanguageServerImpl.class);
    }

    /**
     * Serves one client until it says exit or closes the stream. Nothing else may write to {@code out}.
     *
     * @param classPath where {@code classpath:/} imports are looked for
     * @throws InterruptedException if this thread was interrupted meanwhile
     */
    public static void serve(InputStream in, OutputStream out, ClassLoader classPath) throws InterruptedException {
        ExitSignal exit = new ExitSignal();
        LanguageServerImpl server = create(exit, classPath);
        Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                .setLocalService(server)
                .setRemoteInterface(LanguageClient.class)
                .setInput(in)
                .setOutput(out)
                .create();
        server.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        exit.then(() -> listening.cancel(true));
        try {
            listening.get();
        } catch (CancellationException e) {
            // The editor said exit.
        } catch (ExecutionException e) {
            throw new IllegalStateException("the connection to the editor broke", e.getCause());
        }
    }

    private static Module module(ExitSignal exit, ClassLoader classPath) {
        return Modules.override(new ServerModule()).with(binder -> {
            binder.bind(LanguageServerImpl.class).to(LwktLanguageServer.class);
            binder.bind(ILanguageServerShutdownAndExitHandler.class).toInstance(exit);
            binder.bind(XtextResourceSet.class).toProvider(() -> {
                XtextResourceSet files = new XtextResourceSet();
                files.setClasspathURIContext(classPath);
                return files;
            });
            // Xtext would look with ServiceLoader, which finds nothing in an OSGi framework.
            binder.bind(IResourceServiceProvider.Registry.class)
                    .toProvider(LanguageServers::languages)
                    .in(Singleton.class);
        });
    }

    private static IResourceServiceProvider.Registry languages() {
        Injector injector = new LwktIdeSetup().createInjectorAndDoEMFRegistration();
        IResourceServiceProvider.Registry registry = new ResourceServiceProviderRegistryImpl();
        registry.getExtensionToFactoryMap().put(FILE_ENDING, injector.getInstance(IResourceServiceProvider.class));
        return registry;
    }
}
