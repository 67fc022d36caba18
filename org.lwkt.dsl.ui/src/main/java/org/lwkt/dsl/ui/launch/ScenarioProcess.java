// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.launch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.lwkt.dsl.ide.run.RunCommand;
import org.lwkt.dsl.ide.run.RunOutcome;
import org.lwkt.dsl.ui.server.LanguageService;

/** A run as the debug platform sees it: a process with a console, that can be stopped. */
final class ScenarioProcess extends PlatformObject implements IProcess, IStreamsProxy {
    private static final int HELD = 0;
    private static final int NOT_HELD = 1;
    private static final int NOT_RUN = 2;
    private static final int STOPPED = 4;

    private final ILaunch launch;
    private final String label;
    private final String uri;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final OutputStreamMonitor output = new OutputStreamMonitor();
    private final OutputStreamMonitor errors = new OutputStreamMonitor();
    private volatile CompletableFuture<Object> answer;
    private volatile boolean terminated;
    private volatile int exitValue;

    ScenarioProcess(ILaunch launch, String label, String uri) {
        this.launch = launch;
        this.label = label;
        this.uri = uri;
    }

    void start() {
        launch.addProcess(this);
        fire(DebugEvent.CREATE);
        ExecuteCommandParams command = new ExecuteCommandParams(RunCommand.NAME, List.of(uri));
        answer = LanguageService.ask(server -> server.executeCommand(command));
        answer.whenComplete(this::end);
    }

    private void end(Object outcome, Throwable failure) {
        if (failure instanceof CancellationException) {
            errors.print("stopped\n");
            exitValue = STOPPED;
        } else if (failure != null) {
            errors.print("the run failed: " + failure.getMessage() + "\n");
            exitValue = NOT_RUN;
        } else {
            RunOutcome run = (RunOutcome) outcome;
            (run.ran() ? output : errors).print(run.text());
            exitValue = run.held() ? HELD : run.ran() ? NOT_HELD : NOT_RUN;
        }
        terminated = true;
        fire(DebugEvent.TERMINATE);
    }

    private void fire(int kind) {
        DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void terminate() {
        answer.cancel(true);
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!terminated) {
            throw new DebugException(Status.error("the scenarios are still running"));
        }
        return exitValue;
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return this;
    }

    @Override
    public void setAttribute(String key, String value) {
        attributes.put(key, value);
    }

    @Override
    public String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return errors;
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return output;
    }

    /** A run takes no input. */
    @Override
    public void write(String input) {}

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IProcess.class) {
            return adapter.cast(this);
        }
        return adapter == ILaunch.class ? adapter.cast(launch) : super.getAdapter(adapter);
    }
}
