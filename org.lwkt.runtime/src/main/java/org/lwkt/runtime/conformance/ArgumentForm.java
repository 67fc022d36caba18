// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;

/** Checks the form of one argument of an operation. */
final class ArgumentForm {
    private static final List<String> WORD_OPTIONS =
            List.of("nostart", "int", "lwp", "static", "spinport", "fixed", "systhread");
    private static final List<String> NUMBER_OPTIONS = List.of("pri=", "upri=", "stack=");

    private ArgumentForm() {}

    /** What is wrong with {@code word} as an argument of that kind, or null. */
    static String problem(String kind, String word, int ncpus) {
        boolean good = switch (kind) {
            case "cpu" -> isNumber(word, 0, ncpus - 1);
            case "rotator" -> isNumber(word, -1, ncpus - 1);
            case "number" -> isNumber(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "bit" -> isNumber(word, 0, 1);
            case "token" -> word.length() == 2 && word.charAt(0) == 'K' && isNumber(word.substring(1), 0, 7);
            case "options" -> isOption(word);
            default -> true;
        };
        return good ? null : "not a valid " + (kind.equals("options") ? "option" : kind) + ": " + word;
    }

    private static boolean isOption(String word) {
        if (WORD_OPTIONS.contains(word)) {
            return true;
        }
        return NUMBER_OPTIONS.stream()
                .anyMatch(prefix -> word.startsWith(prefix)
                        && isNumber(word.substring(prefix.length()), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static boolean isNumber(String word, long least, long most) {
        try {
            long value = Long.parseLong(word);
            return value >= least && value <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
