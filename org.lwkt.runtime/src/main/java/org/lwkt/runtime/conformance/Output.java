// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.List;

/** The lines that a replay produces. Traces are dropped until {@link #open}, as boot is not shown. */
final class Output {
    /** A loop of the kernel that switches to nobody traces this much only if it has no end. */
    private static final int TRACES_MAX = 200_000;

    private final List<String> lines = new ArrayList<>();
    private boolean open;
    private int tracesInCommand;

    void open() {
        open = true;
    }

    /** What is traced from here on is what the next command does. */
    void commandStarts() {
        tracesInCommand = 0;
    }

    /** A line of the file, as it is. */
    void line(String text) {
        lines.add(text);
    }

    /** Something the kernel did. */
    void trace(String text) {
        if (open) {
            if (++tracesInCommand > TRACES_MAX) {
                throw new HarnessLimit("livelock");
            }
            lines.add(" " + text);
        }
    }

    /** A part of the state after a command. */
    void state(String text) {
        lines.add(" " + text);
    }

    List<String> lines() {
        return lines;
    }
}
