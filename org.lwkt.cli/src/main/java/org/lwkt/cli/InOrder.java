// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Does many pieces of work on several threads, and hands over what each gives in the order of the pieces. */
final class InOrder {
    /** How far the threads may be ahead of the piece that is waited for, for each of them. */
    private static final int AHEAD = 2;

    private InOrder() {}

    /** Takes the results one after the other, on the thread of the caller. */
    interface Taker<T> {
        void take(int piece, T result);
    }

    /**
     * Ends when all is done, or nothing more is to be begun.
     *
     * @param work asked for pieces 0 .. count - 1, by several threads at once if there is more than one job
     * @param stopped asked before each piece but the first
     */
    static <T> void run(int jobs, int count, IntFunction<T> work, BooleanSupplier stopped, Taker<T> taker) {
        if (jobs == 1 || count <= 1) {
            for (int piece = 0; piece < count && !(piece > 0 && stopped.getAsBoolean()); piece++) {
                taker.take(piece, work.apply(piece));
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(jobs, count), task -> {
            Thread thread = new Thread(task, "lwkt-run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<T>> begun = new ArrayDeque<>();
            int next = 0;
            for (int piece = 0; piece < count; piece++) {
                boolean more = piece == 0 || !stopped.getAsBoolean();
                while (more && next < count && begun.size() < jobs * AHEAD) {
                    int one = next++;
                    begun.add(threads.submit(() -> work.apply(one)));
                }
                if (begun.isEmpty()) {
                    return;
                }
                taker.take(piece, result(begun.poll()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
