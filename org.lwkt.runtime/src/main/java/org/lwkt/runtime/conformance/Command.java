// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;

/**
 * One command of a script.
 *
 * @param line where it stands, counted from 1
 * @param text as written, without the leading {@code "> "}
 * @param cpu whom it addresses
 * @param words the operation and its arguments, or the argument of an interrupt
 */
public record Command(int line, String text, Kind kind, int cpu, List<String> words) {
    /** What a command does to its CPU. */
    public enum Kind {
        STEP,
        IPI,
        TICK,
        INTR,
        FAST,
        TIMEOUT
    }

    public Command {
        words = List.copyOf(words);
    }
}
