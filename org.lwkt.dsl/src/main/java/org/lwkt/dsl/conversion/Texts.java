// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

/** Texts in quotes. The escapes are {@code \"}, {@code \\}, {@code \n} and {@code \t}. */
public final class Texts {
    private Texts() {}

    static String parse(String quoted) throws MalformedValueException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            text.append(c == '\\' ? unescaped(quoted.charAt(++i)) : c);
        }
        return text.toString();
    }

    /** With quotes and escapes, as a file says it. */
    public static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    private static char unescaped(char c) throws MalformedValueException {
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default ->
                throw new MalformedValueException(
                        "unknown escape " + Quoted.text("\\" + c) + " in a text: there are \\\", \\\\, \\n and \\t");
        };
    }
}
