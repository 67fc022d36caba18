// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks the form of one argument of an operation. */
final class ArgumentForm {
    private static final List<String> WORD_OPTIONS =
            List.of("nostart", "int", "lwp", "static", "spinport", "fixed", "systhread");
    private static final List<String> NUMBER_OPTIONS = List.of("pri=", "upri=");
    private static final String STACK = "stack=";

    /** More messages in a row say nothing more about the queue, and would keep the replay busy without end. */
    private static final int BURST_MAX = 100_000;
    /** As many as the array of serializers has. */
    private static final int SERIALIZERS = 4;

    /** What is a name for something else already. */
    private static final Pattern TAKEN = Pattern.compile("-|I[0-3]|[JP][0-7]|M([0-9]|1[0-5])|S[0-3]");

    private static final List<String> PORT_TYPES = List.of(
            "thread thread",
            "spin owner",
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
            case "name" -> !TAKEN.matcher(word).matches();
            case "cpu" -> isNumber(word, 0, ncpus - 1);
            case "rotator" -> isNumber(word, -1, ncpus - 1);
            case "number" -> isNumber(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "bit" -> isNumber(word, 0, 1);
            case "count" -> isNumber(word, 0, BURST_MAX);
            case "index" -> isNumber(word, 0, SERIALIZERS);
            case "token" -> isNamed(word, 'K', 7);
            case "objport" -> isNamed(word, 'P', 7);
            case "msg", "newmsg" -> isNamed(word, 'M', 15);
            case "serializer" -> isNamed(word, 'S', 3);
            case "lock" -> isNamed(word, 'L', 3);
            case "sync" -> isNamed(word, 'X', 3);
            case "hex" -> isHex(word);
            case "domain" -> isDomain(word);
            case "mask" -> isHex(word) && Long.parseUnsignedLong(word, 16) >>> ncpus == 0;
            default -> true;
        };
        return good ? null : "not a valid " + kind + ": " + word;
    }

    /** Whether a kind stands for all arguments that follow. */
    static boolean isOpen(String kind) {
        return kind.endsWith("...");
    }

    /** What is wrong with the last arguments of an operation, or null. */
    static String problemOfRest(String kind, List<String> words, int ncpus) {
        return switch (kind) {
            case "createoptions..." -> firstProblem(words, "option", ArgumentForm::isOption);
            case "allocoptions..." -> firstProblem(words, "option", word -> isOption(word) || isStackOption(word));
            case "domainoptions..." -> firstProblem(words, "option", ArgumentForm::isDomainOption);
            case "catchoptions..." -> firstProblem(words, "option", "pcatch"::equals);
            case "sleepoptions..." -> firstProblem(words, "option", ArgumentForm::isSleepOption);
            case "msgoptions..." -> firstProblem(words, "option", ArgumentForm::isMsgOption);
            case "sequence..." ->
                firstProblem(
                        words,
                        "number",
                        word -> words.size() == 1 && isNumber(word, Integer.MIN_VALUE, Integer.MAX_VALUE));
            default -> {
                String what = kind.equals("porttype...") ? "port type" : "function";
                yield patterns(kind).stream().anyMatch(pattern -> matches(pattern, words, ncpus))
                        ? null
                        : ("not a valid " + what + ": " + String.join(" ", words)).strip();
            }
        };
    }

    /** What the last arguments of that kind may look like: a word, and arguments of the kinds behind it. */
    static List<String> patterns(String kind) {
        return kind.equals("porttype...") ? PORT_TYPES : FUNCTIONS.getOrDefault(kind, List.of());
    }

    /**
     * The kinds of the words that the last arguments are, as far as they name something; {@link #problemOfRest} has found
     * nothing wrong with them.
     */
    static List<String> kindsOfRest(String kind, List<String> words, int ncpus) {
        return patterns(kind).stream()
                .filter(pattern -> matches(pattern, words, ncpus))
                .findFirst()
                .map(pattern -> List.of(pattern.split(" ")))
                .orElse(List.of());
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
        return List.of("ilk", "pcatch", "timo").contains(word) || isDomainOption(word);
    }

    private static boolean isDomainOption(String word) {
        return word.startsWith("dom=") && isDomain(word.substring(4));
    }

    private static boolean isStackOption(String word) {
        return word.startsWith(STACK) && isNumber(word.substring(STACK.length()), 1, Integer.MAX_VALUE);
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
            return !word.startsWith("+");
        } catch (NumberFormatException notHexadecimal) {
            return false;
        }
    }

    /** A flag word of 32 bits. */
    private static boolean isDomain(String word) {
        return isHex(word) && Long.parseUnsignedLong(word, 16) >>> Integer.SIZE == 0;
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
            return value >= least && value <= most && !word.startsWith("+");
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
