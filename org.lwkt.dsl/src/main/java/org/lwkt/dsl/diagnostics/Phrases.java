// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.model.Budgets;
import org.lwkt.dsl.model.MachineParameter;
import org.lwkt.dsl.services.LwktGrammarAccess;

/** How the elements of the grammar are called when a message speaks of them. */
@Singleton
final class Phrases {
    private static final int ALTERNATIVES_MAX = 6;

    /** They go on with what is complete already, and are spoken of only where nothing else can come. */
    private static final Set<String> OPERATORS =
            Set.of("'*'", "'/'", "'%'", "'+'", "'-'", "'and'", "'or'", "'held'", "'['", "a comparison such as '=='");

    private final Map<AbstractRule, String> rules;
    private final AbstractRule integer;
    private final AbstractRule countValue;

    @Inject
    Phrases(LwktGrammarAccess grammar) {
        integer = grammar.getIntegerRule();
        countValue = grammar.getCountValueRule();
        rules = Map.ofEntries(
                Map.entry(
                        grammar.getMachinePropertyRule(),
                        "a property (cpus, hz, ipi latency, cost, sysctl, seed, horizon, budget)"),
                Map.entry(grammar.getCostKindRule(), "a cost (switch, kernel_call, interrupt, tick)"),
                Map.entry(grammar.getSysctlNameRule(), "the name of a sysctl such as lwkt.spin_loops"),
                Map.entry(grammar.getBudgetNameRule(), "what is limited (" + String.join(", ", Budgets.names()) + ")"),
                Map.entry(grammar.getMemberRule(), "a declaration (thread, token, at, every, when, from, expect)"),
                Map.entry(
                        grammar.getPropertyNameRule(),
                        "a property of the machine (" + String.join(", ", MachineParameter.names()) + ")"),
                Map.entry(grammar.getSweepParameterRule(), "a parameter such as 'work in [1ms, 10ms]'"),
                Map.entry(grammar.getParameterValueRule(), "a value such as 4 or 10ms"),
                Map.entry(grammar.getBlockRule(), "'{'"),
                Map.entry(grammar.getStatementRule(), "a statement"),
                Map.entry(grammar.getPriorityRule(), "a priority such as KERN_DAEMON"),
                Map.entry(grammar.getConditionRule(), "an expectation such as 'nic preempts pageout'"),
                Map.entry(grammar.getMomentRule(), "a moment such as start(nic)"),
                Map.entry(grammar.getTimeBoundsRule(), "a comparison such as '== 5ms' or 'in 1ms .. 5ms'"),
                Map.entry(grammar.getCountBoundsRule(), "a comparison such as '== 5' or 'in 1 .. 5'"),
                Map.entry(grammar.getFractionBoundsRule(), "a comparison such as '>= 0.95' or 'in 0.9 .. 1'"),
                Map.entry(grammar.getFractionRule(), "a number such as 0.95"),
                Map.entry(grammar.getThreadRefRule(), "a thread name"),
                Map.entry(grammar.getLeadingThreadRefRule(), "a thread name"),
                Map.entry(grammar.getTokenRefRule(), "a token name"),
                Map.entry(grammar.getSpinlockRefRule(), "a spinlock name"),
                Map.entry(grammar.getSerializerRefRule(), "a serializer name"),
                Map.entry(grammar.getLockRefRule(), "a lock name"),
                Map.entry(grammar.getChannelRefRule(), "a channel name"),
                Map.entry(grammar.getCpusyncRefRule(), "a cpusync name"),
                Map.entry(grammar.getCpuSetRule(), "a set of CPUs such as 'cpus 1, 2' or 'all cpus'"),
                Map.entry(grammar.getPortRefRule(), "a port name"),
                Map.entry(grammar.getMessageRefRule(), "a message name"),
                Map.entry(
                        grammar.getResourceDeclarationRule(),
                        "a declaration (token, spinlock, lock, serializer, channel, port, message, cpusync)"),
                Map.entry(grammar.getParameterRule(), "a parameter such as 'work : time'"),
                Map.entry(grammar.getArgumentRule(), "an argument"),
                Map.entry(
                        grammar.getEventRule(),
                        "an event (interrupt, start, wakeup, stop, restart, spurious interrupt)"),
                Map.entry(grammar.getHarmRule(), "a fault (delay, drop, duplicate, reorder, lose, slow)"),
                Map.entry(grammar.getThreadOptionRule(), "an option (on, at, nice, start, nostart, template, daemon)"),
                Map.entry(grammar.getSignalNumberRule(), "a signal such as SIGINT"),
                Map.entry(grammar.getFlagsRule(), "the names of flags, such as PCATCH"),
                Map.entry(grammar.getAnsweringCallRule(), "a call that answers, such as trytoken"),
                Map.entry(grammar.getTimeValueRule(), "a time such as 5ms"),
                Map.entry(grammar.getCpuNumberRule(), "a CPU number"),
                Map.entry(grammar.getTruthRule(), "a condition"),
                Map.entry(grammar.getCountValueRule(), "a number"),
                Map.entry(grammar.getExpressionRule(), "a value"),
                Map.entry(grammar.getSumRule(), "a value"),
                Map.entry(grammar.getProductRule(), "a value"),
                Map.entry(grammar.getUnaryRule(), "a value"),
                Map.entry(grammar.getPrimaryRule(), "a value"),
                Map.entry(grammar.getComparisonRule(), "a value"),
                Map.entry(grammar.getNotExpressionRule(), "a value"),
                Map.entry(grammar.getAndExpressionRule(), "a value"),
                Map.entry(grammar.getComparisonSignRule(), "a comparison such as '=='"),
                Map.entry(grammar.getTimeRule(), "a time such as 5ms"),
                Map.entry(grammar.getTextRule(), "a text in double quotes"),
                Map.entry(grammar.getQualifiedNameRule(), "a name such as demo.preemption"),
                Map.entry(grammar.getWordRule(), "a name"),
                Map.entry(grammar.getValidIDRule(), "a name"));
    }

    /** {@code a time such as 5ms}, {@code 'on', 'at' or '{'}. */
    String list(Collection<AbstractElement> elements) {
        Set<String> phrases = new LinkedHashSet<>();
        elements.forEach(it -> addTo(phrases, it));
        // These are possible after much and hardly ever what is missing.
        phrases.remove("';'");
        if (phrases.size() > 1) {
            phrases.remove("'.'");
        }
        if (!OPERATORS.containsAll(phrases)) {
            phrases.removeAll(OPERATORS);
        }
        List<String> shown = new ArrayList<>(phrases);
        if (shown.size() > ALTERNATIVES_MAX) {
            shown = new ArrayList<>(shown.subList(0, ALTERNATIVES_MAX - 1));
            shown.add("something else");
        }
        int last = shown.size() - 1;
        return last < 1 ? String.join("", shown) : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }

    private void addTo(Set<String> phrases, AbstractElement element) {
        switch (element) {
            case Keyword keyword -> phrases.add("'" + keyword.getValue() + "'");
            case EnumLiteralDeclaration literal ->
                phrases.add("'" + literal.getLiteral().getValue() + "'");
            case CrossReference reference when isParameter(reference) -> {}
            case CrossReference reference ->
                phrases.add(
                        reference.getType().getClassifier() == LwktPackage.eINSTANCE.getMachineDeclaration()
                                ? "a machine name"
                                : "a name");
            case RuleCall call when call.getRule() == countValue && isTurns(call) -> phrases.add("a number of turns");
            case RuleCall call when isPath(call) -> phrases.add("the path of a file in double quotes");
            case RuleCall call when call.getRule() == integer -> phrases.add(number(call));
            case RuleCall call when rules.containsKey(call.getRule()) -> phrases.add(rules.get(call.getRule()));
            case RuleCall call ->
                Expected.first(call.getRule().getAlternatives()).forEach(it -> addTo(phrases, it));
            default -> {}
        }
    }

    private static boolean isTurns(RuleCall call) {
        Assignment assignment = GrammarUtil.containingAssignment(call);
        return assignment != null && assignment.getFeature().equals("turns");
    }

    /** Where a constant may stand its parameter may; that goes without saying. */
    static boolean isParameter(CrossReference reference) {
        return reference.getType().getClassifier() == LwktPackage.eINSTANCE.getSweepParameter();
    }

    private static boolean isPath(RuleCall call) {
        Assignment assignment = GrammarUtil.containingAssignment(call);
        return assignment != null && assignment.getFeature().equals("path");
    }

    private static String number(RuleCall call) {
        Assignment assignment = GrammarUtil.containingAssignment(call);
        return switch (assignment == null ? "" : assignment.getFeature()) {
            case "cpu", "source", "target" -> "a CPU number";
            default -> "a whole number";
        };
    }
}
