// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.UnorderedGroup;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * What the grammar allows at a place: the elements (keywords, calls of rules, cross-references) that may come next, in the
 * order of the grammar. Exact as long as one token of look-ahead decides everywhere.
 */
final class Expected {
    private final Set<AbstractElement> elements = new LinkedHashSet<>();

    private Expected() {}

    /** What may stand at the beginning of a file. */
    static Set<AbstractElement> atStartOf(ParserRule rule) {
        Expected expected = new Expected();
        expected.addFirst(rule.getAlternatives());
        return expected.elements;
    }

    /** What may follow the token that {@code leaf} stands for. */
    static Set<AbstractElement> after(INode leaf) {
        Expected expected = new Expected();
        expected.addFollowing(leaf.getGrammarElement(), leaf);
        return expected.elements;
    }

    /** The words with which {@code element} may begin. */
    static Set<String> keywords(AbstractElement element) {
        Set<String> words = new LinkedHashSet<>();
        addKeywords(element, words);
        return words;
    }

    /** What {@code element} may begin with; itself where it is a token. */
    static Set<AbstractElement> first(AbstractElement element) {
        Expected expected = new Expected();
        expected.addFirst(element);
        return expected.elements;
    }

    /** What may come after {@code element} within its rule. */
    static Set<AbstractElement> behind(AbstractElement element) {
        Expected expected = new Expected();
        expected.addFollowing(element, null);
        return expected.elements;
    }

    /**
     * The words of what could have been given before the token that {@code leaf} stands for: in its own rule, and in the
     * rules around it as far as they are complete with it.
     */
    static Set<String> earlier(INode leaf) {
        Set<String> words = new LinkedHashSet<>();
        for (INode node = leaf; node != null; node = node.getParent()) {
            EObject element = node.getGrammarElement();
            while (element instanceof AbstractElement && element.eContainer() instanceof AbstractElement container) {
                if (container instanceof CompoundElement group && !(container instanceof Alternatives)) {
                    List<AbstractElement> all = group.getElements();
                    int index = all.indexOf(element);
                    all.subList(0, index).stream()
                            .filter(GrammarUtil::isOptionalCardinality)
                            .forEach(it -> words.addAll(keywords(it)));
                    if (!all.subList(index + 1, all.size()).stream().allMatch(Expected::canBeLeftOut)) {
                        return words;
                    }
                }
                element = container;
            }
        }
        return words;
    }

    private static boolean canBeLeftOut(AbstractElement element) {
        return new Expected().addFirst(element);
    }

    /** @param node the node of {@code element}; with {@code null} the rule that contains the element is not left */
    private void addFollowing(EObject element, INode node) {
        if (element instanceof AbstractElement it && GrammarUtil.isMultipleCardinality(it)) {
            addFirst(it);
        }
        switch (element.eContainer()) {
            case AbstractRule rule -> addFollowingCall(node);
            case Alternatives alternatives -> addFollowing(alternatives, node);
            case UnorderedGroup group -> {
                group.getElements().forEach(this::addFirst);
                addFollowing(group, node);
            }
            case CompoundElement group -> {
                List<AbstractElement> all = group.getElements();
                for (int i = all.indexOf(element) + 1; i < all.size(); i++) {
                    if (!addFirst(all.get(i))) {
                        return;
                    }
                }
                addFollowing(group, node);
            }
            case AbstractElement wrapper -> addFollowing(wrapper, node);
            case null, default -> {}
        }
    }

    /** The rule is complete: goes on behind the call of it. */
    private void addFollowingCall(INode node) {
        INode parent = node == null ? null : node.getParent();
        if (parent != null && call(parent) instanceof AbstractElement call) {
            addFollowing(call, parent);
        }
    }

    /** Where the grammar calls the rule of the node. The node of an action has the one of its rule as its first child. */
    private static EObject call(INode node) {
        INode called = node;
        while (called.getGrammarElement() instanceof Action
                && called instanceof ICompositeNode action
                && action.getFirstChild() instanceof ICompositeNode first) {
            called = first;
        }
        return called.getGrammarElement();
    }

    /** @return whether the element may be left out */
    private boolean addFirst(AbstractElement element) {
        boolean optional = GrammarUtil.isOptionalCardinality(element);
        return switch (element) {
            case Action action -> true;
            case Assignment assignment -> addFirst(assignment.getTerminal()) || optional;
            case Alternatives alternatives -> {
                boolean empty = false;
                for (AbstractElement it : alternatives.getElements()) {
                    empty |= addFirst(it);
                }
                yield empty || optional;
            }
            case UnorderedGroup group -> {
                boolean empty = true;
                for (AbstractElement it : group.getElements()) {
                    empty &= addFirst(it);
                }
                yield empty || optional;
            }
            case CompoundElement group -> {
                for (AbstractElement it : group.getElements()) {
                    if (!addFirst(it)) {
                        yield optional;
                    }
                }
                yield true;
            }
            default -> {
                elements.add(element);
                yield optional;
            }
        };
    }

    private static void addKeywords(AbstractElement element, Set<String> words) {
        for (AbstractElement it : first(element)) {
            switch (it) {
                case Keyword keyword -> words.add(keyword.getValue());
                case EnumLiteralDeclaration literal ->
                    words.add(literal.getLiteral().getValue());
                case RuleCall call
                when call.getRule() instanceof ParserRule rule && !GrammarUtil.isDatatypeRule(rule) ->
                    addKeywords(rule.getAlternatives(), words);
                case RuleCall call
                when GrammarUtil.isEnumRuleCall(call) ->
                    addKeywords(call.getRule().getAlternatives(), words);
                default -> {}
            }
        }
    }
}
