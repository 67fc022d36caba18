// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.lwkt.runtime.kernel.Sysctls;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.scenario.Budget;

/** The language reference agrees with the language. */
class LanguageReferenceTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path GRAMMAR = ROOT.resolve("org.lwkt.dsl/src/main/java/org/lwkt/dsl/Lwkt.xtext");
    private static final Pattern EXAMPLE = Pattern.compile("```lwkt\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEYWORD = Pattern.compile("'([a-z]+)'");

    @Test
    void everyExampleHoldsWithoutAWarning() throws IOException {
        List<String> examples = matches(EXAMPLE, page());
        assertFalse(examples.isEmpty());
        assertAll(examples.stream().map(LanguageReferenceTest::holds));
    }

    @Test
    void everyWordOfTheGrammarIsOnThePage() throws IOException {
        String page = page();
        List<String> words = matches(KEYWORD, rules(Files.readString(GRAMMAR)));
        assertTrue(words.contains("interrupt"), "no keywords found in " + GRAMMAR);
        assertAll(words.stream()
                .distinct()
                .map(word -> () -> assertTrue(
                        Pattern.compile("\\b" + word + "\\b").matcher(page).find(), word)));
    }

    @Test
    void thePrioritiesAreThoseOfTheKernel() throws IOException {
        String page = page();
        assertAll(ThreadPriority.names().stream().map(name -> () -> {
            String cells = "`" + name + "` | " + ThreadPriority.byName(name).orElseThrow() + " |";
            assertTrue(page.contains(cells), cells);
        }));
    }

    @Test
    void theBudgetsAreThoseOfARun() throws IOException {
        String budgets = String.format(
                Locale.ROOT,
                "%,d steps at one instant (the Zeno guard), %,d steps in all, or %,d events",
                Budget.DEFAULT.stepsAtOneInstant(),
                Budget.DEFAULT.steps(),
                Budget.DEFAULT.traceEvents());
        assertTrue(page().contains(budgets), budgets);
    }

    @Test
    void theVariablesOfTheKernelAreThoseThatThereAre() throws IOException {
        String page = page();
        String section = page.substring(page.indexOf("### Variables of the kernel"), page.indexOf("## Threads"));
        Set<String> listed = new TreeSet<>(matches(Pattern.compile("(?m)^\\| `([^`]+)` \\|"), section));
        Set<String> known = new TreeSet<>(Sysctls.names());
        known.remove("kern.hz");
        assertEquals(known, listed);
    }

    private static Executable holds(String example) {
        return () -> {
            Call call = new Call().language(XtextLanguage::new).in(example).lwkt("run", "-");
            assertEquals("", call.err(), example);
            assertEquals(0, call.status(), example + call.out());
        };
    }

    /** The grammar without its terminals and comments, whose quoted parts are no words. */
    private static String rules(String grammar) {
        return Stream.of(grammar.replaceAll("(?m)^//.*\n", "").split("\n\n"))
                .filter(rule -> !rule.startsWith("terminal"))
                .reduce("", String::concat);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/language.md"));
    }
}
