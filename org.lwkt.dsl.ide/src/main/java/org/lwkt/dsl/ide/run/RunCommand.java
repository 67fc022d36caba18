// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The command that runs the scenarios of a document. Only {@link RunInputs} reads the document; the run itself is on a thread
 * of its own, so that the user may go on typing meanwhile. Runs wait for each other.
 */
@Singleton
public final class RunCommand {
    /** Arguments: the URI of a document and, if only one is wanted, the name of a scenario. Answer: {@link RunOutcome}. */
    public static final String NAME = "lwkt.run";

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "LWKT scenario run");
        made.setDaemon(true);
        return made;
    });

    private volatile boolean stopped;

    @Inject
    private RunResults results;

    /** Begins a run once the input is there. Cancelling the answer ends it. */
    public CompletableFuture<Object> start(CompletableFuture<RunInput> input, RunClient client) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        input.thenAcceptAsync(it -> complete(answer, it, client), thread).exceptionally(failure -> {
            answer.completeExceptionally(failure);
            return null;
        });
        return answer;
    }

    private void complete(CompletableFuture<Object> answer, RunInput input, RunClient client) {
        if (!answer.isDone()) {
            answer.complete(input.problem().isEmpty() ? run(answer, input, client) : refused(input));
        }
    }

    private RunOutcome run(CompletableFuture<Object> answer, RunInput input, RunClient client) {
        try (RunClient.Progress progress = client.begin(() -> stopped || answer.isDone())) {
            List<Finished> found = ScenarioRuns.run(input.scenarios(), progress);
            results.add(input.uri(), input.text(), found);
            client.found();
            return ScenarioRuns.outcome(input.scenarios(), found);
        }
    }

    private static RunOutcome refused(RunInput input) {
        return new RunOutcome(false, false, input.problem() + "\n");
    }

    /** Cancels what runs; nothing can be started after it. */
    public void stop() {
        stopped = true;
        thread.shutdown();
    }
}
