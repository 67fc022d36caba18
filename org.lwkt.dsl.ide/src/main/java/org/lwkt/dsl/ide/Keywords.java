// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.lwkt.dsl.services.LwktGrammarAccess;

/** Tells the words of the language from names: some words may be either, by where they stand. */
public final class Keywords {
    @Inject
    private LwktGrammarAccess grammar;

    /** Whether an element of the grammar, such as that of a leaf node, is a word of the language and no name. */
    public boolean isWord(EObject grammarElement) {
        if (!(grammarElement instanceof Keyword keyword)
                || !Character.isLetter(keyword.getValue().charAt(0))) {
            return false;
        }
        AbstractRule rule = GrammarUtil.containingRule(keyword);
        return rule != grammar.getWordRule()
                && rule != grammar.getValidIDRule()
                && rule != grammar.getExpressionIDRule()
                && rule != grammar.getLeadingIDRule()
                && rule != grammar.getPlainIDRule()
                && rule != grammar.getExpectationWordRule()
                && rule != grammar.getMachineWordRule()
                && rule != grammar.getParameterWordRule()
                && rule != grammar.getEventWordRule()
                && rule != grammar.getPortWordRule()
                && rule != grammar.getStatementIDRule();
    }
}
