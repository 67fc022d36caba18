// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.services.LwktGrammarAccess;

/** What follows a message about a token that cannot stand where it does: what its author is likely to have meant. */
@Singleton
final class Hints {
    private static final Pattern UNIT =
            Pattern.compile("[num]?s|[num]?secs?|seconds?|milliseconds?|microseconds?|nanoseconds?");
    private static final Pattern DIGITS = Pattern.compile("[0-9_]+");

    private final LwktGrammarAccess grammar;
    private final Set<String> allWords;
    private final Set<String> memberWords;
    private final Set<String> statementWords;

    /** What the grammar says of itself is looked up once: a file may have very many errors. */
    @Inject
    Hints(LwktGrammarAccess grammar) {
        this.grammar = grammar;
        allWords = GrammarUtil.getAllKeywords(grammar.getGrammar());
        memberWords = Expected.keywords(grammar.getScenarioDeclarationAccess().getMembersMemberParserRuleCall_5_0());
        statementWords = Expected.keywords(grammar.getBlockAccess().getStatementsStatementParserRuleCall_2_0_0());
    }

    /**
     * @param expected what could stand there
     * @param text of the token that stands there
     * @param before the token before it, or {@code null}
     */
    Hint of(Set<AbstractElement> expected, String text, INode before) {
        String earlier = before == null ? "" : before.getText();
        if (isWord(text)) {
            return DIGITS.matcher(earlier).matches() && UNIT.matcher(text).matches()
                    ? Hint.of("; a time is one word: " + earlier + unit(text))
                    : ofWord(expected, text, before);
        }
        return Character.isDigit(text.charAt(0))
                ? ofNumber(keywords(expected), text)
                : ofSign(expected, text, earlier, before);
    }

    private static String unit(String word) {
        return switch (word.charAt(0)) {
            case 'n' -> "ns";
            case 'u' -> "us";
            case 'm' -> word.startsWith("mic") ? "us" : "ms";
            default -> "s";
        };
    }

    private static Hint ofNumber(Set<String> words, String text) {
        if (words.contains("timeout") && !DIGITS.matcher(text).matches()) {
            return Hint.write("timeout " + text);
        }
        if (words.contains("cputime")) {
            return Hint.of("; the measure comes first: 'cputime(THREAD) > 5ms'");
        }
        return words.contains("cpu") ? Hint.write("cpu " + text) : Hint.NONE;
    }

    private Hint ofSign(Set<AbstractElement> expected, String text, String earlier, INode before) {
        Set<String> words = keywords(expected);
        boolean afterWord = !earlier.isEmpty() && isWord(earlier);
        return switch (text.charAt(0)) {
            case '=' ->
                words.contains("==") || hasCallOf(grammar.getComparisonSignRule(), expected)
                        ? new Hint("; two values are compared by '=='", Optional.of("=="))
                        : Hint.NONE;
            case '!' -> words.contains("not") ? new Hint("; write 'not'", Optional.of("not ")) : Hint.NONE;
            case '&' -> words.contains("and") ? Hint.of("; write 'and'") : Hint.NONE;
            case '|' -> words.contains("or") ? Hint.of("; write 'or'") : Hint.NONE;
            case ',' -> new Hint("; no comma stands here", Optional.of(""));
            case ';' -> new Hint("; a semicolon stands between statements alone", Optional.of(""));
            case '<' -> words.contains("before") ? Hint.write("before") : Hint.NONE;
            case ':' -> words.contains("=") ? Hint.of("; write '='") : Hint.NONE;
            case '+', '-', '*', '/' -> {
                if (words.contains("..")) {
                    yield Hint.write("..");
                }
                yield words.contains("=") && afterWord
                        ? Hint.of("; write '" + earlier + " = " + earlier + " " + text.charAt(0) + " 1', for example")
                        : Hint.NONE;
            }
            case '%' -> isFraction(before) ? Hint.of("; a share is a fraction such as 0.95") : Hint.NONE;
            case '(' ->
                afterWord && before.getGrammarElement() instanceof Keyword
                        ? Hint.of("; '" + earlier + "' takes no parentheses")
                        : Hint.NONE;
            case '"' -> ofArgument(before);
            default -> Hint.NONE;
        };
    }

    /** A text is no argument: what is called there is no procedure. */
    private Hint ofArgument(INode before) {
        if (before == null
                || GrammarUtil.containingRule(before.getGrammarElement()) != grammar.getNamedStatementRule()) {
            return Hint.NONE;
        }
        String call = before.getParent().getText().strip();
        int end = call.indexOf('(');
        return end < 0
                ? Hint.NONE
                : Hint.of(new Habits(statementWords())
                        .hint(call.substring(0, end).strip())
                        .text());
    }

    private Hint ofWord(Set<AbstractElement> expected, String text, INode before) {
        Set<String> words = keywords(expected);
        boolean name = false;
        boolean forgotten = false;
        for (AbstractElement element : expected) {
            if (isName(element)) {
                name = true;
                forgotten |= Expected.behind(element).stream()
                        .anyMatch(it -> Expected.keywords(it).contains(text));
            }
        }
        if (name && !forgotten && allWords.contains(text)) {
            return new Hint(
                    ", which is a word of the language (as a name it is written ^" + text + ")",
                    Optional.of("^" + text));
        }
        Optional<Hint> advice = new Habits(words).advice(text);
        if (advice.isPresent()) {
            return advice.get();
        }
        String place = place(expected, text, before, words);
        if (!place.isEmpty()) {
            return Hint.of(place);
        }
        return !forgotten && before != null && Expected.earlier(before).contains(text)
                ? Hint.of(", which comes earlier")
                : Hint.nearest(Nearest.to(text, words));
    }

    /** Where else the word stands. */
    private String place(Set<AbstractElement> expected, String text, INode before, Set<String> words) {
        if (isAtTop(before, expected) && memberWords().contains(text)) {
            return ", which stands inside of a scenario";
        }
        if (text.equals("import") && level(expected).orElse(0) > 0) {
            return ", which stands at the beginning of the file";
        }
        if (words.equals(Set.of("thread")) && before.getText().equals("interrupt")) {
            return "; write 'interrupt thread " + text + " { … }' for a thread, 'at 5ms interrupt " + text
                    + "' for an event";
        }
        return level(expected).isPresent() && statementWords().contains(text) ? ", which stands inside of a body" : "";
    }

    /** Whether a declaration of the file may stand behind {@code before}. */
    boolean isAtTop(INode before, Set<AbstractElement> expected) {
        return before == null || hasCallOf(grammar.getElementRule(), expected);
    }

    /** Within how many braces the parser takes itself to be, where it expects declarations; else empty. */
    OptionalInt level(Set<AbstractElement> expected) {
        if (hasCallOf(grammar.getElementRule(), expected)) {
            return OptionalInt.of(0);
        }
        return hasCallOf(grammar.getMemberRule(), expected) ? OptionalInt.of(1) : OptionalInt.empty();
    }

    private static boolean hasCallOf(ParserRule rule, Set<AbstractElement> expected) {
        return expected.stream().anyMatch(it -> it instanceof RuleCall call && call.getRule() == rule);
    }

    /** The words with which a part of a scenario begins. */
    Set<String> memberWords() {
        return memberWords;
    }

    /** The words with which a statement begins. */
    Set<String> statementWords() {
        return statementWords;
    }

    private static Set<String> keywords(Set<AbstractElement> expected) {
        Set<String> words = new LinkedHashSet<>();
        expected.forEach(it -> words.addAll(Expected.keywords(it)));
        return words;
    }

    private boolean isFraction(INode before) {
        for (INode node = before; node != null; node = node.getParent()) {
            if (node.getGrammarElement() instanceof RuleCall call && call.getRule() == grammar.getFractionRule()) {
                return true;
            }
        }
        return false;
    }

    private boolean isName(AbstractElement element) {
        return element instanceof CrossReference reference && !Phrases.isParameter(reference)
                || element instanceof RuleCall call
                        && (call.getRule() == grammar.getValidIDRule()
                                || call.getRule() instanceof ParserRule rule
                                        && rule.getType() != null
                                        && rule.getType().getClassifier() == LwktPackage.eINSTANCE.getRef());
    }

    private static boolean isWord(String text) {
        return Character.isLetter(text.charAt(0));
    }
}
