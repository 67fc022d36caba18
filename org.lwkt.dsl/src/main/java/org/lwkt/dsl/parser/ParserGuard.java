// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.parser;

import java.util.Optional;
import java.util.Set;
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

    /** Words that join two values. */
    private static final Set<String> JOINING = Set.of("and", "or", "is");

    /** Words that stand beside a value and belong to it. */
    private static final Set<String> PARTS = Set.of("not", "held", "by");

    private static final int WORD_MAX = 4;

    /** Of the chain that is read now, at each level of nesting. */
    private final int[] operators = new int[NESTING_MAX + 2];

    private final String text;
    private int position;
    private int depth;
    private boolean afterValue;
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
            return word();
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
                yield close(true);
            }
            case '(', '[' -> open();
            case ')', ']' -> close(false);
            case '!', '-', '+', '*', '%', '.', '&', '|', '<', '>', '=', ',', ':', '?', '~' -> operator();
            default -> null;
        };
    }

    /** Two values in a row, which no operator joins, end a chain of operators. */
    private Problem word() {
        int begin = position;
        skipWord();
        String word = position - begin < WORD_MAX ? text.substring(begin, position + 1) : "";
        if (JOINING.contains(word)) {
            return operator();
        }
        if (afterValue && !PARTS.contains(word)) {
            operators[depth] = 0;
        }
        afterValue = !PARTS.contains(word) || word.equals("held");
        return null;
    }

    private void skipWord() {
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
        operators[depth] = 0;
        afterValue = false;
        return depth > NESTING_MAX
                ? tooComplex(
                        "nested more than " + NESTING_MAX + " levels deep: the rest of the file is not read",
                        position,
                        1)
                : null;
    }

    /** What stands behind a block is in no chain with what stood before it. */
    private Problem close(boolean block) {
        depth = Math.max(0, depth - 1);
        if (block) {
            operators[depth] = 0;
        }
        afterValue = !block;
        return null;
    }

    private Problem operator() {
        operators[depth]++;
        afterValue = false;
        return operators[depth] > OPERATORS_MAX
                ? tooComplex(
                        "more than " + OPERATORS_MAX + " operators in one expression: the rest of the file is not read",
                        position,
                        1)
                : null;
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
