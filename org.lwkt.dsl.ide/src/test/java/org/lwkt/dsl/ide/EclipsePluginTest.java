// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.xtext.GrammarUtil;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.services.LwktGrammarAccess;
import org.lwkt.runtime.kernel.ThreadPriority;

/** The Eclipse plug-in only shows what the language services say. */
final class EclipsePluginTest {
    private static final Path SOURCES = Path.of("../org.lwkt.dsl.ui/src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"");
    private static final Pattern OURS = Pattern.compile("(?m)^import (?:static )?(org\\.lwkt\\.[\\w.]+)");

    @Test
    void holdsNoWordOfTheLanguageAndNoPriority() throws IOException {
        LwktGrammarAccess grammar =
                new LwktIdeSetup().createInjectorAndDoEMFRegistration().getInstance(LwktGrammarAccess.class);
        Set<String> words = new TreeSet<>(GrammarUtil.getAllKeywords(grammar.getGrammar()));
        words.removeIf(word -> !Character.isLetter(word.charAt(0)));
        words.addAll(ThreadPriority.names());
        assertFalse(words.isEmpty());
        assertEquals(List.of(), found(LITERAL, words::contains));
    }

    @Test
    void seesNothingOfOursButTheLanguageServices() throws IOException {
        assertEquals(
                List.of(),
                found(OURS, type -> !type.startsWith("org.lwkt.dsl.ide.") && !type.startsWith("org.lwkt.dsl.ui.")));
    }

    private static List<String> found(Pattern pattern, Predicate<String> wrong) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                if (wrong.test(matcher.group(1))) {
                    found.add(file.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        return found;
    }
}
