// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;

/** What signs mean that have two meanings, and stand at another distance in each. */
public final class Punctuation {
    private static final Set<String> GROUPS = Set.of("Primary", "Priority");

    private Punctuation() {}

    /**
     * Whether it is a parenthesis that holds something together, and not one behind a name.
     *
     * @param token the element of the grammar
     */
    public static boolean opensGroup(EObject token) {
        return is("(", token) && GROUPS.contains(ruleOf(token));
    }

    /** Whether it is the sign of a number. */
    public static boolean isSign(EObject token) {
        return is("-", token) && !ruleOf(token).equals("Sum");
    }

    private static boolean is(String sign, EObject token) {
        return token instanceof Keyword word && word.getValue().equals(sign);
    }

    private static String ruleOf(EObject token) {
        AbstractRule rule = GrammarUtil.containingRule(token);
        return rule == null ? "" : rule.getName();
    }
}
