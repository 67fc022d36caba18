// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.highlighting;

/** A piece of a text that has a colour of its own; {@code offset} and {@code length} in UTF-16 units. */
public record Lexeme(int offset, int length, Kind kind) {
    /** What the piece is. */
    public enum Kind {
        KEYWORD,
        NUMBER,
        TEXT,
        COMMENT
    }
}
