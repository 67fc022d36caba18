// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;

/**
 * Writes a text by walking through the grammar, so that a new rule needs no word here. Where a text must mean something (names,
 * values, limits), a rule or a feature has a writer of its own.
 */
final class GrammarWalk {
    private static final int MANY = 2;

    /** How features are called that refer to a parameter of the scenario. */
    private static final String PARAMETER = "Parameter";

    private final Grammar grammar;
    private final Random random;
    private final Map<AbstractElement, Integer> used;
    private final Map<String, Consumer<Scope>> writers = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();

    /** @param used how often each way was taken, in other texts too: ways that are seldom taken are preferred now and then */
    GrammarWalk(Grammar grammar, Random random, Map<AbstractElement, Integer> used) {
        this.grammar = grammar;
        this.random = random;
        this.used = used;
    }

    /** Who writes a rule, or a feature of one: {@code Rule} or {@code Rule.feature}. */
    void write(String what, Consumer<Scope> writer) {
        String rule = what.contains(".") ? what.substring(0, what.indexOf('.')) : what;
        if (GrammarUtil.findRuleForName(grammar, rule) == null) {
            throw new IllegalArgumentException("the grammar has no rule " + rule);
        }
        writers.put(what, writer);
    }

    void token(String token) {
        tokens.add(token);
    }

    /** How much is written: for {@link #since}. */
    int written() {
        return tokens.size();
    }

    List<String> since(int written) {
        return List.copyOf(tokens.subList(written, tokens.size()));
    }

    String text() {
        return String.join(" ", tokens) + "\n";
    }

    void rule(String name, Scope scope) {
        Consumer<Scope> writer = writers.get(name);
        if (writer != null) {
            writer.accept(scope);
        } else {
            plain(name, scope);
        }
    }

    /** As the grammar has it, though the rule has a writer. */
    void plain(String name, Scope scope) {
        AbstractRule rule = GrammarUtil.findRuleForName(grammar, name);
        if (GrammarUtil.isDatatypeRule(rule) || rule instanceof TerminalRule) {
            throw new IllegalStateException("who writes a " + name + "?");
        }
        if (rule instanceof EnumRule literals) {
            List<String> words = GrammarUtil.containedKeywords(literals).stream()
                    .map(Keyword::getValue)
                    .toList();
            token(words.get(random.nextInt(words.size())));
        } else {
            walk(rule.getAlternatives(), scope);
        }
    }

    /** Leaves nothing behind where it is impossible. */
    boolean tries(Runnable attempt, Scope scope) {
        int before = tokens.size();
        int known = scope.size();
        try {
            attempt.run();
            return true;
        } catch (Impossible other) {
            tokens.subList(before, tokens.size()).clear();
            scope.cut(known);
            return false;
        }
    }

    /** The rules that a rule consists of, if that is all it does: the statements of Statement. */
    List<String> choices(String name) {
        AbstractRule rule = GrammarUtil.findRuleForName(grammar, name);
        List<String> leaves = new ArrayList<>();
        if (rule.getAlternatives() instanceof Alternatives alternatives
                && alternatives.getElements().stream().allMatch(RuleCall.class::isInstance)) {
            for (AbstractElement element : alternatives.getElements()) {
                leaves.addAll(choices(((RuleCall) element).getRule().getName()));
            }
        } else {
            leaves.add(name);
        }
        return leaves;
    }

    /** The rules that have the feature. */
    Set<String> rulesWith(String feature) {
        Set<String> rules = new TreeSet<>();
        for (AbstractRule rule : grammar.getRules()) {
            if (GrammarUtil.containedAssignments(rule).stream()
                    .anyMatch(it -> it.getFeature().equals(feature))) {
                rules.add(rule.getName());
            }
        }
        return rules;
    }

    /** All words and signs of the language. */
    Set<String> keywords() {
        return GrammarUtil.getAllKeywords(grammar);
    }

    /** The words that a rule for names takes besides those that are no keywords. */
    Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        AbstractRule rule = GrammarUtil.findRuleForName(grammar, name);
        GrammarUtil.containedKeywords(rule).forEach(it -> words.add(it.getValue()));
        GrammarUtil.containedRuleCalls(rule).stream()
                .map(RuleCall::getRule)
                .filter(GrammarUtil::isDatatypeRule)
                .forEach(it -> words.addAll(words(it.getName())));
        return words;
    }

    private void walk(AbstractElement element, Scope scope) {
        String cardinality = element.getCardinality();
        if (cardinality == null) {
            once(element, scope);
            return;
        }
        int least = "+".equals(cardinality) ? 1 : 0;
        int most = "?".equals(cardinality) ? 1 : MANY;
        int times = least + random.nextInt(most - least + 1);
        for (int i = 0; i < times; i++) {
            if (i < least) {
                once(element, scope);
            } else if (!tries(() -> once(element, scope), scope)) {
                return;
            }
        }
    }

    private void once(AbstractElement element, Scope scope) {
        switch (element) {
            case Keyword it -> token(it.getValue());
            case Group it -> it.getElements().forEach(part -> walk(part, scope));
            case Alternatives it -> any(it.getElements(), scope);
            case Assignment it -> assignment(it, scope);
            case RuleCall it -> rule(it.getRule().getName(), scope);
            case Action it -> {}
            case CrossReference it ->
                throw new IllegalStateException("who writes the reference in "
                        + GrammarUtil.containingRule(it).getName() + "?");
            case EnumLiteralDeclaration it -> token(it.getLiteral().getValue());
            default -> throw new IllegalStateException("what is a " + element + "?");
        }
    }

    private void any(List<AbstractElement> ways, Scope scope) {
        List<AbstractElement> open = new ArrayList<>(ways);
        Collections.shuffle(open, random);
        if (random.nextBoolean()) {
            open.sort(Comparator.comparing(it -> used.getOrDefault(it, 0)));
        }
        for (AbstractElement way : open) {
            if (tries(() -> walk(way, scope), scope)) {
                used.merge(way, 1, Integer::sum);
                return;
            }
        }
        throw new Impossible("none of " + ways.size() + " ways");
    }

    private void assignment(Assignment assignment, Scope scope) {
        String rule = GrammarUtil.containingRule(assignment).getName();
        Consumer<Scope> writer = writers.get(rule + "." + assignment.getFeature());
        if (writer != null) {
            writer.accept(scope);
        } else {
            walk(assignment.getTerminal(), scope);
        }
    }

    /** The features of references to a parameter, as {@code Rule.feature}, and the rules of the constants in their place. */
    Map<String, String> constantsOfParameters() {
        Map<String, String> constants = new HashMap<>();
        for (AbstractRule rule : grammar.getRules()) {
            List<Assignment> assignments = GrammarUtil.containedAssignments(rule);
            for (Assignment reference : assignments) {
                String feature = reference.getFeature();
                if (reference.getTerminal() instanceof CrossReference && feature.endsWith(PARAMETER)) {
                    String constant = feature.substring(0, feature.length() - PARAMETER.length());
                    assignments.stream()
                            .filter(it -> it.getFeature().equals(constant))
                            .findFirst()
                            .ifPresent(it -> constants.put(
                                    rule.getName() + "." + feature,
                                    ((RuleCall) it.getTerminal()).getRule().getName()));
                }
            }
        }
        return constants;
    }
}
