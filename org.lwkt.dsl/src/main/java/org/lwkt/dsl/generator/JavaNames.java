// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of classes for the scenarios of one file: stable, ASCII, unique in the file whatever the case. */
final class JavaNames {
    private static final int LENGTH_MAX = 100;

    /** What the generated class refers to by its simple name, in lower case. */
    private static final Set<String> TAKEN = Set.of(
            "binaryoperator",
            "bounds",
            "consumer",
            "distribution",
            "ending",
            "expr",
            "list",
            "sweep",
            "machinespec",
            "measure",
            "moment",
            "override",
            "programbuilder",
            "question",
            "resourcespec",
            "result",
            "runner",
            "scenario",
            "scenariobuilder",
            "sourceposition",
            "string",
            "system",
            "threadpriority",
            "threadspec");

    private final Set<String> used = new HashSet<>();

    /** {@code "an interrupt preempts"} gives {@code AnInterruptPreempts}. */
    String classFor(String scenarioName) {
        String plain = camelCase(scenarioName);
        String base = needsSuffix(plain) ? plain + "Scenario" : plain;
        String name = base;
        for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private static boolean needsSuffix(String name) {
        return TAKEN.contains(name.toLowerCase(Locale.ROOT)) || name.matches("Part[0-9]+");
    }

    private static String camelCase(String text) {
        StringBuilder name = new StringBuilder();
        boolean wordStarts = true;
        // Letters with marks become plain letters: the marks are characters of their own then, and left out.
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length() && name.length() < LENGTH_MAX; ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '\u2019') {
                continue;
            }
            if (!Character.isLetterOrDigit(c)) {
                wordStarts = true;
            } else if (c < 128) {
                name.appendCodePoint(wordStarts ? Character.toUpperCase(c) : c);
                wordStarts = false;
            } else {
                name.append(String.format(Locale.ROOT, "U%04x", c));
                wordStarts = true;
            }
        }
        if (name.isEmpty()) {
            return "Unnamed";
        }
        return Character.isDigit(name.charAt(0)) ? "Scenario" + name : name.toString();
    }
}
