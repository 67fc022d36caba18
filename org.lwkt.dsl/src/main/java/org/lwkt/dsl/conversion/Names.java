// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.conversion.IValueConverter;
import org.lwkt.dsl.services.LwktGrammarAccess;

/** Names: a caret before one says that it is a name although it is a word of the language. */
@Singleton
final class Names {
    private static final int LENGTH_MAX = 200;

    private final Set<String> keywords;
    private final LwktGrammarAccess grammar;

    @Inject
    Names(LwktGrammarAccess grammar) {
        this.grammar = grammar;
        this.keywords = GrammarUtil.getAllKeywords(grammar.getGrammar());
    }

    IValueConverter<String> ofValidId() {
        return converter(grammar.getValidIDRule());
    }

    IValueConverter<String> ofExpressionId() {
        return converter(grammar.getExpressionIDRule());
    }

    IValueConverter<String> ofPlainId() {
        return converter(grammar.getPlainIDRule());
    }

    IValueConverter<String> ofLeadingId() {
        return converter(grammar.getLeadingIDRule());
    }

    IValueConverter<String> ofStatementId() {
        return converter(grammar.getStatementIDRule());
    }

    IValueConverter<String> ofId() {
        return converter(grammar.getIDRule());
    }

    IValueConverter<String> qualified() {
        Set<String> allowed = wordsOf(grammar.getValidIDRule());
        return new TokenConverter<>(
                LENGTH_MAX,
                text -> segments(text).map(Names::withoutCaret).collect(Collectors.joining(".")),
                name -> segments(name).map(it -> escaped(it, allowed)).collect(Collectors.joining(".")));
    }

    private IValueConverter<String> converter(AbstractRule rule) {
        Set<String> allowed = wordsOf(rule);
        return new TokenConverter<>(LENGTH_MAX, Names::withoutCaret, name -> escaped(name, allowed));
    }

    private String escaped(String name, Set<String> allowed) {
        return keywords.contains(name) && !allowed.contains(name) ? "^" + name : name;
    }

    private static Stream<String> segments(String text) {
        return Stream.of(text.split("\\.")).map(String::strip);
    }

    private static String withoutCaret(String text) {
        return text.startsWith("^") ? text.substring(1) : text;
    }

    /** The keywords that the rule takes, its own and those of the rules that it calls. */
    private static Set<String> wordsOf(AbstractRule rule) {
        if (rule instanceof TerminalRule) {
            return Set.of();
        }
        Set<String> words = new HashSet<>();
        EcoreUtil2.eAllOfType(rule, Keyword.class).forEach(it -> words.add(it.getValue()));
        EcoreUtil2.eAllOfType(rule, RuleCall.class).forEach(it -> words.addAll(wordsOf(it.getRule())));
        return words;
    }
}
