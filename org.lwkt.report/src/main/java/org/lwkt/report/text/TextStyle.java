// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

/**
 * What the receiver of a text report can show.
 *
 * @param unicode whether signs beyond ASCII may be used for ornament; names of the user are never changed for this
 * @param colour whether ANSI escape sequences may be used
 */
public record TextStyle(boolean unicode, boolean colour) {
    /** For a pipe or a file. */
    public static final TextStyle PLAIN = new TextStyle(false, false);

    /** The widest line, in terminal columns. Only a source position that is longer itself makes a line longer. */
    public static final int WIDTH = 100;

    private static final String RESET = "\u001b[0m";

    String ellipsis() {
        return unicode ? "\u2026" : "...";
    }

    char idle() {
        return unicode ? '\u00b7' : '.';
    }

    public String good(String text) {
        return painted("\u001b[32m", text);
    }

    public String bad(String text) {
        return painted("\u001b[1;31m", text);
    }

    public String doubtful(String text) {
        return painted("\u001b[33m", text);
    }

    String heading(String text) {
        return painted("\u001b[1m", text);
    }

    private String painted(String sequence, String text) {
        return colour ? sequence + text + RESET : text;
    }
}
