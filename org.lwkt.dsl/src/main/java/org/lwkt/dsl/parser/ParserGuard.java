// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.parser;

import java.util.Optional;
import org.lwkt.dsl.diagnostics.IssueCodes;

/**
 * Refuses text that a recursive-descent parser cannot take: blocks that are nested too deeply, chains of operators that are
 * too long, files that are too large. One pass without a lexer. Where it is in doubt it lets the text pass, unless the
 * parser's stack is at stake.
 *
 * <p>Every parser of the language asks it first, that of content assist too: in a language server one overflow would stop
 * the diagnostics of all files.
 */
public final class ParserGuard {
    public static final int NESTING_MAX = 64;
    public static final int OPERATORS_MAX = 1000;
    public static final int CHARS_MAX = 4_000_000;

    private final String text;
    private int position;
    private int depth;
    private int operators;
    private boolean afterWord;
    private int openBraces;
    private boolean tooManyClosed;

    private ParserGuard(String text) {
        this.text = text;
    }

    /**
     * What is wrong, and where.
     *
     * @param offset of the character that goes too far
     * @param length of the text to mark
     * @param code one of {@link IssueCodes}
     */
    public record Problem(String message, int offset, int length, String code) {}

    /** The first reason not to parse {@code text}. */
    public static Optional<Problem> check(String text) {
        return Optional.ofNullable(new ParserGuard(text).scan());
    }

    /** Whether every '{' has its '}'. */
    public static boolean bracesMatch(String text) {
        ParserGuard guard = new ParserGuard(text);
        return guard.scan() == null && guard.openBraces == 0 && !guard.tooManyClosed;
    }

    private Problem scan() {
        if (text.length() > CHARS_MAX) {
            return tooComplex("the file is too large: it has more than " + CHARS_MAX + " characters", 0, 0);
        }
        for (; position < text.length(); position++) {
            Problem problem = next(text.charAt(position));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private Problem next(char c) {
        if (isWordPart(c)) {
            skipWord();
            return null;
        }
        return switch (c) {
            case '"' -> {
                skipString();
                yield null;
            }
            case '/' -> slash();
            case '{' -> {
                openBraces++;
                yield open();
            }
            case '}' -> {
                openBraces--;
                tooManyClosed |= openBraces < 0;
                yield close();
            }
            case '(', '[' -> open();
            case ')', ']' -> close();
            case '!', '-', '+', '*', '%', '.', '&', '|', '<', '>', '=', ',', ':', '?', '~' -> operator();
            default -> null;
        };
    }

    /** Two words in a row, which no operator joins, end a chain of operators. */
    private void skipWord() {
        if (afterWord) {
            operators = 0;
        }
        afterWord = true;
        while (position + 1 < text.length() && (isWordPart(text.charAt(position + 1)) || isDecimalPoint())) {
            position++;
        }
    }

    private boolean isDecimalPoint() {
        return text.charAt(position + 1) == '.'
                && isDigit(text.charAt(position))
                && position + 2 < text.length()
                && isDigit(text.charAt(position + 2));
    }

    private void skipString() {
        for (position++; position < text.length(); position++) {
            switch (text.charAt(position)) {
                case '"' -> {
                    return;
                }
                case '\n', '\r' -> {
                    // Not closed: the lexer says so.
                    return;
                }
                case '\\' -> {
                    if (position + 1 < text.length() && text.charAt(position + 1) != '\n') {
                        position++;
                    }
                }
                default -> {}
            }
        }
    }

    private Problem slash() {
        if (text.startsWith("//", position)) {
            int end = text.indexOf('\n', position);
            int mac = text.indexOf('\r', position);
            if (mac >= 0 && (end < 0 || mac < end)) {
                end = mac;
            }
            position = end < 0 ? text.length() : end;
            return null;
        }
        if (!text.startsWith("/*", position)) {
            return operator();
        }
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            return new Problem(
                    "this comment is never closed: '*/' is missing", position, 2, IssueCodes.UNCLOSED_COMMENT);
        }
        position = end + 1;
        return null;
    }

    private Problem open() {
        depth++;
        endChain();
        return depth > NESTING_MAX
                ? tooComplex(
                        "nested more than " + NESTING_MAX + " levels deep: the rest of the file is not read",
                        position,
                        1)
                : null;
    }

    private Problem close() {
        depth = Math.max(0, depth - 1);
        endChain();
        return null;
    }

    private Problem operator() {
        operators++;
        afterWord = false;
        return operators > OPERATORS_MAX
                ? tooComplex(
                        "more than " + OPERATORS_MAX + " operators in one expression: the rest of the file is not read",
                        position,
                        1)
                : null;
    }

    private void endChain() {
        operators = 0;
        afterWord = false;
    }

    private static Problem tooComplex(String message, int offset, int length) {
        return new Problem(message, offset, length, IssueCodes.TOO_COMPLEX);
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '^';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
