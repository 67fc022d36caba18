// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.List;

/** The lines that a replay produces. Traces are dropped until {@link #open}, as boot is not shown. */
final class Output {
    private final List<String> lines = new ArrayList<>();
    private boolean open;

    void open() {
        open = true;
    }

    /** A line of the file, as it is. */
    void line(String text) {
        lines.add(text);
    }

    /** Something the kernel did. */
    void trace(String text) {
        if (open) {
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
