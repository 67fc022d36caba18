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

    @Inject
    Hints(LwktGrammarAccess grammar) {
        this.grammar = grammar;
    }

    /**
     * @param expected what could stand there
     * @param text of the token that stands there
     * @param before the token before it, or {@code null}
     */
    String of(Set<AbstractElement> expected, String text, INode before) {
        String earlier = before == null ? "" : before.getText();
        if (isWord(text)) {
            return DIGITS.matcher(earlier).matches() && UNIT.matcher(text).matches()
                    ? "; a time is one word: " + earlier + unit(text)
                    : ofWord(expected, text, before);
        }
        return Character.isDigit(text.charAt(0))
                ? ofNumber(keywords(expected), text)
                : ofSign(expected, text, earlier, before);
    }

    private static String unit(String word) {
        return word.startsWith("s") || word.startsWith("na") || word.startsWith("n")
                ? word.startsWith("n") ? "ns" : "s"
                : word.startsWith("u") || word.startsWith("mic") ? "us" : "ms";
    }

    private static String ofNumber(Set<String> words, String text) {
        if (words.contains("timeout") && !DIGITS.matcher(text).matches()) {
            return "; write 'timeout " + text + "'";
        }
        if (words.contains("cputime")) {
            return "; the measure comes first: 'cputime(THREAD) > 5ms'";
        }
        return words.contains("cpu") ? "; write 'cpu " + text + "'" : "";
    }

    private String ofSign(Set<AbstractElement> expected, String text, String earlier, INode before) {
        Set<String> words = keywords(expected);
        boolean afterWord = !earlier.isEmpty() && isWord(earlier);
        return switch (text.charAt(0)) {
            case '=' ->
                words.contains("==") || hasCallOf(grammar.getComparisonSignRule(), expected)
                        ? "; two values are compared by '=='"
                        : "";
            case '!' -> words.contains("not") ? "; write 'not'" : "";
            case '&' -> words.contains("and") ? "; write 'and'" : "";
            case '|' -> words.contains("or") ? "; write 'or'" : "";
            case ',' -> "; no comma stands here";
            case ';' -> "; a semicolon stands between statements alone";
            case '<' -> words.contains("before") ? "; write 'before'" : "";
            case ':' -> words.contains("=") ? "; write '='" : "";
            case '+', '-', '*', '/' ->
                words.contains("..")
                        ? "; write '..'"
                        : words.contains("=") && afterWord
                                ? "; write '" + earlier + " = " + earlier + " " + text.charAt(0) + " 1', for example"
                                : "";
            case '%' -> isFraction(before) ? "; a share is a fraction such as 0.95" : "";
            case '(' ->
                afterWord && before.getGrammarElement() instanceof Keyword
                        ? "; '" + earlier + "' takes no parentheses"
                        : "";
            case '"' -> ofArgument(before);
            default -> "";
        };
    }

    /** A text is no argument: what is called there is no procedure. */
    private String ofArgument(INode before) {
        if (before == null
                || GrammarUtil.containingRule(before.getGrammarElement()) != grammar.getNamedStatementRule()) {
            return "";
        }
        String call = before.getParent().getText().strip();
        int end = call.indexOf('(');
        return end < 0
                ? ""
                : new Habits(statementWords()).hint(call.substring(0, end).strip());
    }

    private String ofWord(Set<AbstractElement> expected, String text, INode before) {
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
        boolean keyword = GrammarUtil.getAllKeywords(grammar.getGrammar()).contains(text);
        if (name && !forgotten && keyword) {
            return ", which is a word of the language (as a name it is written ^" + text + ")";
        }
        Optional<String> advice = new Habits(words).advice(text);
        if (advice.isPresent()) {
            return advice.get();
        }
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
        if (level(expected).isPresent() && statementWords().contains(text)) {
            return ", which stands inside of a body";
        }
        if (!forgotten && before != null && Expected.earlier(before).contains(text)) {
            return ", which comes earlier";
        }
        return Nearest.hint(text, words);
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
        return Expected.keywords(grammar.getScenarioDeclarationAccess().getMembersMemberParserRuleCall_5_0());
    }

    /** The words with which a statement begins. */
    Set<String> statementWords() {
        return Expected.keywords(grammar.getBlockAccess().getStatementsStatementParserRuleCall_2_0_0());
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
