// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

/** Source text as a message shows it: on one line, short, without control characters. */
public final class Quoted {
    private static final int LENGTH_MAX = 40;

    private Quoted() {}

    public static String text(String source) {
        StringBuilder shown = new StringBuilder("'");
        source.codePoints().limit(LENGTH_MAX + 1L).forEach(c -> append(shown, c));
        if (source.codePointCount(0, Math.min(source.length(), 2 * LENGTH_MAX + 2)) > LENGTH_MAX) {
            shown.append("...");
        }
        return shown.append('\'').toString();
    }

    /** What there is to say about a character that has no place in the language. */
    public static String character(int c) {
        String name = String.format("U+%04X", c);
        return isShowable(c) ? "'" + Character.toString(c) + "' (" + name + ")" : name;
    }

    private static void append(StringBuilder shown, int c) {
        if (isShowable(c)) {
            shown.appendCodePoint(c);
        } else {
            shown.append(Character.isWhitespace(c) ? " " : "?");
        }
    }

    private static boolean isShowable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
