// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lwkt.report.text.VectorReport;
import org.lwkt.runtime.conformance.Vector;
import org.lwkt.runtime.conformance.VectorCheck;
import org.lwkt.runtime.conformance.VectorFormatException;
import org.lwkt.runtime.conformance.VectorOutcome;
import org.lwkt.runtime.conformance.VectorParser;
import org.lwkt.runtime.conformance.VectorReplay;

/** Replays vectors, several at once, and prints what came out in the order in which they were given. */
final class Conformance {
    private final Session session;
    private final int jobs;
    private final VectorReport report;
    private int passed;
    private int failed;

    Conformance(Session session, int jobs) {
        this.session = session;
        this.jobs = jobs;
        this.report = new VectorReport(session.console().outStyle());
    }

    void run(List<Input> inputs, boolean print) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, Math.max(1, inputs.size())), work -> {
            Thread thread = new Thread(work, "lwkt-conform");
            thread.setDaemon(true);
            return thread;
        });
        try (Progress progress = new Progress(session.console())) {
            inOrder(inputs.iterator(), inputs.size(), print, workers, progress);
        } finally {
            workers.shutdownNow();
        }
        if (!print) {
            session.console().println(report.summary(passed, failed));
        }
    }

    /** Keeps a few more replays under way than there are workers, so that memory does not grow with the input. */
    private void inOrder(Iterator<Input> inputs, int count, boolean print, ExecutorService workers, Progress progress) {
        Queue<Future<Replayed>> underWay = new ArrayDeque<>();
        int done = 0;
        while (inputs.hasNext() || !underWay.isEmpty()) {
            if (session.cancelled().getAsBoolean()) {
                session.verdict().add(ExitStatus.STOPPED);
                session.console().message("stopped after " + done + " of " + count + " files");
                return;
            }
            while (inputs.hasNext() && underWay.size() < 4 * jobs) {
                Input input = inputs.next();
                underWay.add(workers.submit(() -> replay(input, print)));
            }
            take(underWay.remove());
            done++;
            progress.now(done + " of " + count + " files");
        }
    }

    private void take(Future<Replayed> future) {
        try {
            Replayed replayed = future.get();
            if (replayed.outcome != null) {
                count(replayed.outcome);
            }
            session.console().print(replayed.text);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InputException problem)) {
                throw new IllegalStateException("a replay failed", e.getCause());
            }
            session.reject(problem);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void count(VectorOutcome outcome) {
        if (outcome.passed()) {
            passed++;
        } else {
            failed++;
            session.verdict().add(ExitStatus.FAILED);
        }
    }

    private Replayed replay(Input input, boolean print) throws InputException {
        Vector vector = parse(input);
        if (print) {
            return new Replayed(null, VectorReplay.replay(vector));
        }
        VectorOutcome outcome = VectorCheck.check(vector);
        return new Replayed(outcome, outcome.passed() ? "" : report.failure(outcome));
    }

    private Vector parse(Input input) throws InputException {
        byte[] content = input.read(session.console());
        try {
            return VectorParser.parse(
                    input.name(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new InputException(input.name(), "not a vector: not UTF-8 text");
        } catch (VectorFormatException e) {
            throw new InputException(e.fileName(), e.line(), 0, e.getMessage());
        }
    }

    private record Replayed(VectorOutcome outcome, String text) {}
}
