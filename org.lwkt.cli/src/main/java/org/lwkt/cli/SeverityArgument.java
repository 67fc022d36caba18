// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How much warnings matter: {@code --severity CODE=LEVEL} for one, {@code --warnings-as-errors} for all others. */
final class SeverityArgument {
    private static final String SEVERITY = "--severity";
    private static final String ERRORS = "--warnings-as-errors";
    private static final String ERROR = "error";

    private SeverityArgument() {}

    static CommandSpec addTo(CommandSpec grammar) {
        grammar.addOption(OptionSpec.builder(SEVERITY)
                .paramLabel("CODE=LEVEL")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description("what a warning of this code is: error, warning, info or ignore; may be repeated."
                        + " docs/language.md has the codes")
                .build());
        grammar.addOption(OptionSpec.builder(ERRORS)
                .description("makes errors of all warnings for which " + SEVERITY + " says nothing else")
                .build());
        return grammar;
    }

    /** Tells the language. */
    static void apply(ParseResult arguments, Session session) {
        List<String> given = arguments.matchedOptionValue(SEVERITY, List.of());
        boolean errors = arguments.hasMatchedOption(ERRORS);
        if (given.isEmpty() && !errors) {
            return;
        }
        Language language = session.language().get();
        Map<String, String> levels = new LinkedHashMap<>();
        if (errors) {
            language.warningCodes().forEach(it -> levels.put(it, ERROR));
        }
        for (String one : given) {
            int sign = one.indexOf('=');
            if (sign < 0) {
                throw new UsageException(
                        SEVERITY + " takes a code and what its warnings are, such as unreachable=error: '" + one + "'");
            }
            String code = one.substring(0, sign);
            String level = one.substring(sign + 1);
            require(code, language.warningCodes(), "no warning has the code");
            require(level, language.warningLevels(), "a warning is error, warning, info or ignore, and not");
            levels.put(code, level);
        }
        language.warnings(levels);
    }

    private static void require(String word, List<String> known, String complaint) {
        if (!known.contains(word)) {
            List<String> near = Nearest.to(word, known);
            throw new UsageException(SEVERITY + ": " + complaint + " '" + word + "'"
                    + (near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?"));
        }
    }
}
