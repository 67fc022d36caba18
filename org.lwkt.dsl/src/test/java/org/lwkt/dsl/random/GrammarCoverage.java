// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.lwkt.LwktPackage;

/**
 * What of the language occurs in some files: of the grammar, each word and each call of a rule at each place; of the model, each
 * class, each literal of an enumeration in each feature, and each feature.
 */
public final class GrammarCoverage {
    private final Grammar grammar;
    private final Set<EObject> elements = new HashSet<>();
    private final Set<String> model = new HashSet<>();

    public GrammarCoverage(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Takes in a file that was parsed. */
    public void add(EObject file) {
        for (INode node : NodeModelUtils.getNode(file).getRootNode().getAsTreeIterable()) {
            elements.add(
                    switch (node.getGrammarElement()) {
                        case EnumLiteralDeclaration it -> it.getLiteral();
                        case CrossReference it -> it.getTerminal();
                        case null, default -> node.getGrammarElement();
                    });
        }
        addModel(file);
        for (TreeIterator<EObject> parts = file.eAllContents(); parts.hasNext(); ) {
            addModel(parts.next());
        }
    }

    private void addModel(EObject part) {
        model.add(part.eClass().getName());
        for (EStructuralFeature feature : part.eClass().getEAllStructuralFeatures()) {
            Object value = part.eGet(feature);
            boolean none = value == null || value instanceof Collection<?> some && some.isEmpty();
            if (!none && !Boolean.FALSE.equals(value)) {
                String place = part.eClass().getName() + "." + feature.getName();
                model.add(place);
                if (feature.getEType() instanceof EEnum) {
                    model.add(place + "=" + value);
                }
            }
        }
    }

    /**
     * The places in these rules that do not occur, as {@code Rule: 'word'} and {@code Rule: feature=Other}.
     *
     * @param rules which rules count, by name
     */
    public Set<String> missingPlaces(Predicate<String> rules) {
        Set<String> missing = new TreeSet<>();
        for (AbstractRule rule : grammar.getRules()) {
            boolean enumeration = rule instanceof EnumRule;
            boolean parser = rule instanceof ParserRule && !GrammarUtil.isDatatypeRule(rule);
            if (!(enumeration || parser) || !rules.test(rule.getName())) {
                continue;
            }
            List<AbstractElement> places = new ArrayList<>(GrammarUtil.containedKeywords(rule));
            places.addAll(GrammarUtil.containedRuleCalls(rule));
            for (AbstractElement place : places) {
                if (!elements.contains(place)) {
                    missing.add(rule.getName() + ": " + text(place));
                }
            }
        }
        return missing;
    }

    private static String text(AbstractElement place) {
        if (place instanceof Keyword word) {
            return "'" + word.getValue() + "'";
        }
        var assignment = GrammarUtil.containingAssignment(place);
        String feature = assignment == null ? "" : assignment.getFeature() + "=";
        return feature + ((RuleCall) place).getRule().getName();
    }

    /** What of the model does not occur, as {@code Class}, {@code Class.feature} and {@code Class.feature=LITERAL}. */
    public Set<String> missingInTheModel() {
        Set<String> missing = new LinkedHashSet<>();
        for (EClassifier classifier : LwktPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && isMade(type)) {
                missing.add(type.getName());
                for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
                    String place = type.getName() + "." + feature.getName();
                    missing.add(place);
                    if (feature instanceof EAttribute && feature.getEType() instanceof EEnum literals) {
                        for (EEnumLiteral literal : literals.getELiterals()) {
                            missing.add(place + "=" + literal.getLiteral());
                        }
                    }
                }
            }
        }
        missing.removeAll(model);
        return missing;
    }

    /** Whether the parser makes objects of the class itself. */
    private static boolean isMade(EClass type) {
        return !type.isAbstract()
                && !type.isInterface()
                && LwktPackage.eINSTANCE.getEClassifiers().stream()
                        .noneMatch(it -> it instanceof EClass other
                                && other.getESuperTypes().contains(type)
                                && !it.getName().equals("Name"));
    }
}
