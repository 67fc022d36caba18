// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

/**
 * Says on a terminal what takes so long. Work that is quick shows nothing, and so does any work where nobody watches.
 * Close it before the command ends.
 */
final class Progress implements AutoCloseable {
    private static final long FIRST_MS = 500;
    private static final long NEXT_MS = 250;

    private final Console console;
    private final Thread ticker;
    private volatile String now = "";

    Progress(Console console) {
        this.console = console;
        if (console.showsProgress()) {
            ticker = new Thread(this::tick, "lwkt-progress");
            ticker.setDaemon(true);
            ticker.start();
        } else {
            ticker = null;
        }
    }

    /** What is being done from now on. */
    void now(String what) {
        now = what;
    }

    private void tick() {
        try {
            Thread.sleep(FIRST_MS);
            while (true) {
                console.progress(now);
                Thread.sleep(NEXT_MS);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        if (ticker == null) {
            return;
        }
        ticker.interrupt();
        try {
            ticker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.eraseProgress();
    }
}
