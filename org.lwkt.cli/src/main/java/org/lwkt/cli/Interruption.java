// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C. Java answers it by ending the process with a status of its own; here the command gets the time to stop its run,
 * to print what there is, and to end with its own status.
 */
final class Interruption implements BooleanSupplier {
    /** Longer than any command needs that listens; one that does not is cut off. */
    private static final long MOST_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean interrupted;
    private volatile boolean ended;
    private volatile int code = ExitStatus.STOPPED.code();

    /** Starts to listen; call once. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "lwkt-interruption"));
    }

    /** Ends the process, or lets the interruption end it that is under way. */
    void exit(ExitStatus status) {
        code = status.code();
        if (!interrupted) {
            ended = true;
            Runtime.getRuntime().exit(code);
        }
        finished.countDown();
    }

    private void shutDown() {
        if (ended) {
            return;
        }
        interrupted = true;
        try {
            if (!finished.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                code = ExitStatus.STOPPED.code();
            }
        } catch (InterruptedException e) {
            code = ExitStatus.STOPPED.code();
        }
        Runtime.getRuntime().halt(code);
    }

    /** Whether the command is to stop. */
    @Override
    public boolean getAsBoolean() {
        return interrupted;
    }
}
