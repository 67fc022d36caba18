// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Checks the form of one argument of an operation. */
final class ArgumentForm {
    private static final List<String> WORD_OPTIONS =
            List.of("nostart", "int", "lwp", "static", "spinport", "fixed", "systhread");
    private static final List<String> NUMBER_OPTIONS = List.of("pri=", "upri=", "stack=");

    private static final List<String> PORT_TYPES = List.of(
            "thread thread",
            "spin thread",
            "spin thread fixed",
            "serialize serializer",
            "null",
            "panic",
            "replyonly",
            "putasync",
            "putsync");
    private static final Map<String, List<String>> FUNCTIONS = Map.of(
            "handler...", List.of("none", "frame", "sched thread", "wakeup ident", "resend cpu"),
            "csfunction...", List.of("none", "count", "sched thread", "wakeup ident"),
            "slzfunction...", List.of("none", "wakeup ident", "sleep ident"));

    private ArgumentForm() {}

    /** What is wrong with {@code word} as an argument of that kind, or null. */
    static String problem(String kind, String word, int ncpus) {
        boolean good = switch (kind) {
            case "cpu" -> isNumber(word, 0, ncpus - 1);
            case "rotator" -> isNumber(word, -1, ncpus - 1);
            case "number" -> isNumber(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "bit" -> isNumber(word, 0, 1);
            case "token" -> isNamed(word, 'K', 7);
            case "objport" -> isNamed(word, 'P', 7);
            case "msg" -> isNamed(word, 'M', 15);
            case "serializer" -> isNamed(word, 'S', 3);
            case "lock" -> isNamed(word, 'L', 3);
            case "sync" -> isNamed(word, 'X', 3);
            case "hex" -> isHex(word);
            default -> true;
        };
        return good ? null : "not a valid " + kind + ": " + word;
    }

    /** Whether a kind stands for all arguments that follow. */
    static boolean isOpen(String kind) {
        return kind.equals("options") || kind.endsWith("...");
    }

    /** What is wrong with the last arguments of an operation, or null. */
    static String problemOfRest(String kind, List<String> words, int ncpus) {
        return switch (kind) {
            case "options" -> firstProblem(words, "option", ArgumentForm::isOption);
            case "sleepoptions..." -> firstProblem(words, "option", ArgumentForm::isSleepOption);
            case "msgoptions..." -> firstProblem(words, "option", ArgumentForm::isMsgOption);
            case "sequence..." ->
                firstProblem(
                        words,
                        "number",
                        word -> words.size() == 1 && isNumber(word, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "porttype..." ->
                PORT_TYPES.stream().anyMatch(type -> matches(type, words, ncpus))
                        ? null
                        : ("not a valid port type: " + String.join(" ", words)).strip();
            default ->
                FUNCTIONS.get(kind).stream().anyMatch(function -> matches(function, words, ncpus))
                        ? null
                        : ("not a valid function: " + String.join(" ", words)).strip();
        };
    }

    private static String firstProblem(List<String> words, String kind, Predicate<String> good) {
        return words.stream()
                .filter(good.negate())
                .findFirst()
                .map(word -> "not a valid " + kind + ": " + word)
                .orElse(null);
    }

    /** Whether the words are the first word of the pattern, and arguments of the kinds behind it. */
    private static boolean matches(String pattern, List<String> words, int ncpus) {
        String[] kinds = pattern.split(" ");
        if (words.size() != kinds.length || !words.get(0).equals(kinds[0])) {
            return false;
        }
        for (int i = 1; i < kinds.length; i++) {
            if (kinds[i].equals("fixed")
                    ? !words.get(i).equals("fixed")
                    : problem(kinds[i], words.get(i), ncpus) != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSleepOption(String word) {
        return List.of("ilk", "pcatch", "timo").contains(word) || word.startsWith("dom=") && isHex(word.substring(4));
    }

    private static boolean isMsgOption(String word) {
        return List.of("prio", "drop", "user0", "abort=trace", "abort=reply", "abort=slz")
                .contains(word);
    }

    private static boolean isNamed(String word, char letter, int most) {
        return word.length() >= 2
                && word.charAt(0) == letter
                && Character.isDigit(word.charAt(1))
                && isNumber(word.substring(1), 0, most);
    }

    private static boolean isHex(String word) {
        try {
            Long.parseUnsignedLong(word, 16);
            return true;
        } catch (NumberFormatException notHexadecimal) {
            return false;
        }
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
