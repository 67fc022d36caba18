// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.BidiTreeIterator;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.TokenTool;
import org.lwkt.dsl.conversion.MalformedTokenException;
import org.lwkt.dsl.conversion.Quoted;
import org.lwkt.dsl.parser.ParserGuard;
import org.lwkt.dsl.services.LwktGrammarAccess;

/** Syntax errors in the words of the language: what was expected, after what, and what stands there. */
public final class SyntaxMessages extends SyntaxErrorMessageProvider {
    private final LwktGrammarAccess grammar;
    private final Phrases phrases;
    private final Hints hints;
    private volatile Braces braces;

    @Inject
    SyntaxMessages(LwktGrammarAccess grammar, Phrases phrases, Hints hints) {
        this.grammar = grammar;
        this.phrases = phrases;
        this.hints = hints;
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
        ValueConverterException malformed = context.getValueConverterException();
        return new SyntaxErrorMessage(
                malformed.getMessage(),
                IssueCodes.VALUE,
                malformed instanceof MalformedTokenException token
                        ? Replacement.data(token.replacement())
                        : new String[0]);
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException exception = context.getRecognitionException();
        // The lexer gives none; it has a token for every character, though.
        if (exception == null || exception.token == null) {
            return new SyntaxErrorMessage("this cannot be read", IssueCodes.SYNTAX);
        }
        Token found = exception.token;
        ILeafNode word = wordForStatement(context, found);
        if (word == null) {
            word = wordForMeasure(context, found);
        }
        if (word != null) {
            return misspelt(word);
        }
        Hint message = message(context, found);
        return new SyntaxErrorMessage(
                message.text(), IssueCodes.SYNTAX, Replacement.data(message.replacement(), subjects(context, found)));
    }

    /**
     * The word before {@code found}, where only an assignment or a call of a procedure could begin with it and none does: a misspelt statement, more
     * likely than a forgotten '='. Otherwise {@code null}.
     */
    private ILeafNode wordForStatement(IParserErrorContext context, Token found) {
        String text = found.getType() == Token.EOF ? "}" : found.getText();
        char first = text.charAt(0);
        if (!Character.isLetterOrDigit(first) && "\"{}".indexOf(first) < 0) {
            return null;
        }
        INode before = lastToken(context.getCurrentNode());
        for (INode node = before; node != null; node = node.getParent()) {
            if (node.getGrammarElement() == grammar.getNameAccess().getDeclarationEObjectCrossReference_0()) {
                return (ILeafNode) before;
            }
        }
        return null;
    }

    /**
     * The word before {@code found}, where an expectation begins with it as with the name of a thread, but it is nearly a word
     * that begins one. Otherwise {@code null}.
     */
    private ILeafNode wordForMeasure(IParserErrorContext context, Token found) {
        INode before = lastToken(context.getCurrentNode());
        if (found.getType() == Token.EOF || before == null || !isSubject(before)) {
            return null;
        }
        Set<String> words = Expected.keywords(grammar.getExpectationAccess().getConditionConditionParserRuleCall_1_0());
        Set<String> next = new LinkedHashSet<>();
        Expected.after(before).forEach(it -> next.addAll(Expected.keywords(it)));
        boolean nearby = Nearest.to(found.getText(), next).isPresent();
        boolean meant = Nearest.to(before.getText(), words).isPresent()
                || new Habits(words).advice(before.getText()).isPresent();
        return meant && !nearby ? (ILeafNode) before : null;
    }

    /** Whether the token is the name of the thread with which an expectation begins. */
    private boolean isSubject(INode token) {
        AbstractElement subject = grammar.getThreadConditionAccess().getSubjectLeadingThreadRefParserRuleCall_0_0();
        for (INode node = token; node != null && node.getOffset() == token.getOffset(); node = node.getParent()) {
            if (node.getGrammarElement() == subject) {
                return true;
            }
        }
        return false;
    }

    private SyntaxErrorMessage misspelt(ILeafNode word) {
        INode earlier = tokenBefore(word);
        Set<AbstractElement> expected = Expected.after(earlier);
        String text = word.getText();
        Hint hint = hints.of(expected, text, earlier);
        return new SyntaxErrorMessage(
                expected(expected, earlier) + ", not " + Quoted.text(text) + hint.text(),
                IssueCodes.SYNTAX,
                Replacement.data(
                        hint.replacement(),
                        IssueCodes.ABOUT_WORD_BEFORE,
                        "" + word.getOffset(),
                        "" + word.getLength()));
    }

    private static INode tokenBefore(ILeafNode word) {
        BidiTreeIterator<INode> nodes = word.getRootNode().getAsTreeIterable().iterator();
        while (nodes.hasPrevious()) {
            INode node = nodes.previous();
            if (node instanceof ILeafNode leaf
                    && !leaf.isHidden()
                    && leaf.getGrammarElement() instanceof AbstractElement
                    && leaf.getOffset() < word.getOffset()) {
                return leaf;
            }
        }
        throw new IllegalStateException("a statement stands behind a brace");
    }

    private String[] subjects(IParserErrorContext context, Token found) {
        if (found.getType() == Token.EOF || found.getText().equals("}")) {
            return new String[] {IssueCodes.ABOUT_BRACES};
        }
        if (isTerminal(context.getTokenNames()[found.getType()], grammar.getUNCLOSED_STRINGRule())) {
            return new String[] {IssueCodes.ABOUT_UNCLOSED_TEXT};
        }
        OptionalInt level = hints.level(expected(lastToken(context.getCurrentNode())));
        return level.isPresent() ? new String[] {IssueCodes.ABOUT_LEVEL, "" + level.getAsInt()} : new String[0];
    }

    /** What may stand behind the token, or, where there is none, at the beginning of the file. */
    private Set<AbstractElement> expected(INode before) {
        return before == null ? Expected.atStartOf(grammar.getLwktFileRule()) : Expected.after(before);
    }

    private Hint message(IParserErrorContext context, Token found) {
        boolean atEnd = found.getType() == Token.EOF;
        String text = atEnd ? "" : found.getText();
        String kind = atEnd ? "" : context.getTokenNames()[found.getType()];
        if (isTerminal(kind, grammar.getUNCLOSED_STRINGRule())) {
            return Hint.of("this text has no closing double quote in its line");
        }
        if (isTerminal(kind, grammar.getANY_OTHERRule()) && !isPlain(text.charAt(0))) {
            return Hint.of("unexpected character " + Quoted.character(text.codePointAt(0)));
        }
        INode before = lastToken(context.getCurrentNode());
        Set<AbstractElement> expected = expected(before);
        INode open = isExpected(expected, "}") ? innermostOpenBrace(before) : null;
        if (atEnd) {
            return Hint.of(
                    open != null
                            ? "missing '}' at the end of the file: " + stillOpen(open)
                            : expected(expected, before) + ", but the file ends here");
        }
        if (text.equals("}") && open == null) {
            return hints.isAtTop(before, expected)
                    ? new Hint("this '}' closes nothing", Optional.of(""))
                    : Hint.of(expected(expected, before) + ", not '}'");
        }
        if (open != null && beginsOuter(text, before)) {
            return Hint.of(
                    bracesMatch(before.getRootNode().getText())
                            ? "'" + text + "' begins a declaration, which stands outside of this block"
                            : "missing '}' before '" + text + "': " + stillOpen(open));
        }
        Hint hint = hints.of(expected, text, before);
        return new Hint(expected(expected, before) + ", not " + Quoted.text(text) + hint.text(), hint.replacement());
    }

    private String expected(Set<AbstractElement> expected, INode before) {
        return "expected " + phrases.list(expected) + after(before);
    }

    /** Looked up once for a file, of which the node model always answers the same text. */
    private boolean bracesMatch(String text) {
        Braces known = braces;
        if (known == null || known.text != text) {
            known = new Braces(text, ParserGuard.bracesMatch(text));
            braces = known;
        }
        return known.match;
    }

    private record Braces(String text, boolean match) {}

    private static boolean isTerminal(String tokenName, TerminalRule rule) {
        return TokenTool.isLexerRule(tokenName)
                && TokenTool.getLexerRuleName(tokenName).equals(rule.getName());
    }

    private static String after(INode before) {
        return before == null ? " at the beginning of the file" : " after " + Quoted.text(before.getText());
    }

    private static String stillOpen(INode brace) {
        return "the '{' in line " + brace.getStartLine() + " is still open";
    }

    /** The last token that the parser made use of, or {@code null}. */
    private static INode lastToken(INode current) {
        BidiTreeIterator<INode> nodes =
                current.getRootNode().getAsTreeIterable().iterator();
        while (nodes.hasPrevious()) {
            INode node = nodes.previous();
            // What was skipped in recovery carries the terminal rule, or nothing, instead of an element of the grammar.
            if (node instanceof ILeafNode leaf
                    && !leaf.isHidden()
                    && leaf.getGrammarElement() instanceof AbstractElement) {
                return leaf;
            }
        }
        return null;
    }

    private static INode innermostOpenBrace(INode before) {
        for (INode node = before; node != null; node = node.getParent()) {
            INode brace = openBrace(node);
            if (brace != null) {
                return brace;
            }
        }
        return null;
    }

    /** The '{' among the children of {@code node} that no '}' follows. */
    private static INode openBrace(INode node) {
        INode open = null;
        if (node instanceof ICompositeNode composite) {
            for (INode child = composite.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getGrammarElement() instanceof Keyword keyword) {
                    switch (keyword.getValue()) {
                        case "{" -> open = child;
                        case "}" -> open = null;
                        default -> {}
                    }
                }
            }
        }
        return open;
    }

    private static boolean isExpected(Set<AbstractElement> expected, String keyword) {
        return expected.stream()
                .anyMatch(it -> it instanceof Keyword word && word.getValue().equals(keyword));
    }

    /** Whether the word begins something that stands outside of the block in which {@code before} stands. */
    private boolean beginsOuter(String word, INode before) {
        boolean inMachine = false;
        for (INode node = before; node != null; node = node.getParent()) {
            AbstractRule rule = calledRule(node);
            inMachine |= rule == grammar.getMachinePropertyRule() || rule == grammar.getMachineDeclarationRule();
        }
        Set<String> words = new LinkedHashSet<>(
                Expected.keywords(grammar.getLwktFileAccess().getElementsElementParserRuleCall_3_0()));
        if (!inMachine) {
            words.addAll(hints.memberWords());
        }
        return words.contains(word);
    }

    private static AbstractRule calledRule(INode node) {
        return node.getGrammarElement() instanceof RuleCall call ? call.getRule() : null;
    }

    /** Whether a character needs no explanation. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < 127;
    }
}
