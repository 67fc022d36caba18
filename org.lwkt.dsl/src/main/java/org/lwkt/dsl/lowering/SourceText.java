// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.lwkt.dsl.model.Punctuation;

/** A part of a file as a run says it: always the same, however the author has laid it out. */
final class SourceText {
    private static final Set<String> CLOSED = Set.of(")", "]", ",", "[");

    private SourceText() {}

    static String of(INode node) {
        List<INode> tokens = new ArrayList<>();
        collect(node, tokens);
        StringBuilder text = new StringBuilder();
        boolean glued = true;
        for (INode token : tokens) {
            String written = NodeModelUtils.getTokenText(token);
            boolean call = written.equals("(") && !Punctuation.opensGroup(token.getGrammarElement());
            if (!glued && !call && !CLOSED.contains(written)) {
                text.append(' ');
            }
            text.append(written);
            glued = Punctuation.isSign(token.getGrammarElement()) || written.equals("(") || written.equals("[");
        }
        return text.toString();
    }

    private static void collect(INode node, List<INode> tokens) {
        if (node instanceof ICompositeNode composite && !isDatatype(node.getGrammarElement())) {
            composite.getChildren().forEach(it -> collect(it, tokens));
        } else if (!(node instanceof ILeafNode leaf && leaf.isHidden())) {
            tokens.add(node);
        }
    }

    private static boolean isDatatype(EObject element) {
        return element instanceof RuleCall call && GrammarUtil.isDatatypeRule(call.getRule());
    }
}
