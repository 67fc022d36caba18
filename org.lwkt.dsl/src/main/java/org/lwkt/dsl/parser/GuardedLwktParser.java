// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.parser;

import org.antlr.runtime.CharStream;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.ParseResult;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.parser.antlr.LwktParser;

/** The generated parser behind the {@link ParserGuard}: what the guard refuses has one error, at its place, and no model. */
public final class GuardedLwktParser extends LwktParser {
    @Override
    protected IParseResult doParse(String ruleName, CharStream in, NodeModelBuilder builder, int initialLookAhead) {
        // Xtext's substring() takes the end as included.
        String text = in.size() == 0 ? "" : in.substring(0, in.size() - 1);
        ParserGuard.Problem problem = ParserGuard.check(text).orElse(null);
        if (problem == null) {
            try {
                return super.doParse(ruleName, in, builder, initialLookAhead);
            } catch (StackOverflowError refused) {
                problem =
                        new ParserGuard.Problem("this file is too complex to be parsed", 0, 0, IssueCodes.TOO_COMPLEX);
            }
        }
        return refused(text, problem, builder);
    }

    private IParseResult refused(String text, ParserGuard.Problem problem, NodeModelBuilder builder) {
        ICompositeNode root = builder.newRootNode(text);
        int start = problem.offset();
        int end = start + problem.length();
        SyntaxErrorMessage error = new SyntaxErrorMessage(problem.message(), problem.code());
        leaf(builder, root, 0, start, null);
        leaf(builder, root, start, Math.max(end, Math.min(start + 1, text.length())), error);
        leaf(builder, root, Math.max(end, Math.min(start + 1, text.length())), text.length(), null);
        return new ParseResult(null, root, true);
    }

    private void leaf(NodeModelBuilder builder, ICompositeNode root, int start, int end, SyntaxErrorMessage error) {
        if (end > start || error != null) {
            builder.newLeafNode(start, end - start, getGrammarAccess().getLwktFileRule(), error == null, error, root);
        }
    }
}
