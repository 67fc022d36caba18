// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import java.util.ArrayList;
import java.util.List;

/** Text in terminal columns: a Chinese character takes two, a combining accent none. */
final class Text {
    private Text() {}

    /** Columns that cleaned text takes. */
    static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            width += width(point);
            at += Character.charCount(point);
        }
        return width;
    }

    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** The blocks of East Asian wide characters and of emoji. */
    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115f
                        || (point >= 0x2e80 && point <= 0xa4cf && point != 0x303f)
                        || (point >= 0xac00 && point <= 0xd7a3)
                        || (point >= 0xf900 && point <= 0xfaff)
                        || (point >= 0xfe30 && point <= 0xfe6f)
                        || (point >= 0xff00 && point <= 0xff60)
                        || (point >= 0xffe0 && point <= 0xffe6)
                        || (point >= 0x1f300 && point <= 0x1faff)
                        || (point >= 0x20000 && point <= 0x3fffd));
    }

    /**
     * Text that stays on its line and cannot steer a terminal: control and formatting characters, line ends and halves
     * of surrogate pairs become {@code ?} or a blank.
     */
    static String clean(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < 0x7f) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            int point = text.codePointAt(at);
            appendClean(clean, point);
            at += Character.charCount(point);
        }
        return clean.toString();
    }

    private static void appendClean(StringBuilder to, int point) {
        switch (Character.getType(point)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> to.append(' ');
            case Character.CONTROL -> to.append(point == '\n' || point == '\t' ? ' ' : '?');
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> to.append('?');
            default -> to.appendCodePoint(point);
        }
    }

    /** The text, with its middle replaced where it is wider than {@code columns}: the ends tell names apart. */
    static String shorten(String text, int columns, String ellipsis) {
        if (width(text) <= columns) {
            return text;
        }
        int room = Math.max(0, columns - ellipsis.length());
        String head = head(text, (room + 1) / 2);
        return head + ellipsis + tail(text, room - width(head));
    }

    /** The longest start of the text of at most so many columns. */
    private static String head(String text, int columns) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            used += width(point);
            if (used > columns) {
                break;
            }
            at += Character.charCount(point);
        }
        return text.substring(0, at);
    }

    private static String tail(String text, int columns) {
        int used = 0;
        int at = text.length();
        while (at > 0) {
            int point = text.codePointBefore(at);
            used += width(point);
            if (used > columns) {
                break;
            }
            at -= Character.charCount(point);
        }
        return text.substring(at);
    }

    static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** Lines of at most {@code columns}, broken at blanks, or inside a word that is wider than a line. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) {
                line.append(' ');
            }
            List<String> pieces = pieces(word, columns);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line.append(pieces.getLast());
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text cut into pieces of at most {@code columns}, wherever that falls; at least one. */
    static List<String> pieces(String text, int columns) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (width(rest) > columns) {
            String head = head(rest, columns);
            if (head.isEmpty()) {
                break;
            }
            pieces.add(head);
            rest = rest.substring(head.length());
        }
        pieces.add(rest);
        return pieces;
    }
}
