// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.util.Locale;

/** Values as Java source in ASCII, whatever the encoding that it will be compiled with. */
final class JavaText {
    private JavaText() {}

    /** A string literal. */
    static String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(isPlain(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return text.append('"').toString();
    }

    /** A literal of type {@code long}: {@code 5_000_000L}. */
    static String number(long value) {
        if (value == Long.MAX_VALUE) {
            return "Long.MAX_VALUE";
        }
        return value == Long.MIN_VALUE
                ? "Long.MIN_VALUE"
                : String.format(Locale.ROOT, "%,d", value).replace(',', '_') + "L";
    }

    /** One line of a doc comment. A backslash would be read as part of an escape even there. */
    static String comment(String line) {
        StringBuilder text = new StringBuilder();
        line.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '@' -> text.append("&#64;");
                case '\\' -> text.append("&#92;");
                case '\t' -> text.append(' ');
                default -> {
                    if (c >= 32 && c < 127) {
                        text.appendCodePoint(c);
                    } else if (c >= 160) {
                        text.append("&#").append(c).append(';');
                    }
                }
            }
        });
        return text.toString().replace("*/", "*&#47;").stripTrailing();
    }

    private static boolean isPlain(char c) {
        return c >= 32 && c < 127;
    }
}
