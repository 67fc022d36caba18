// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.flow.Finding;
import org.lwkt.dsl.flow.FlowAnalysis;
import org.lwkt.dsl.flow.Outcome;
import org.lwkt.dsl.lwkt.Block;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.Statement;
import org.lwkt.dsl.lwkt.VariableDeclaration;
import org.lwkt.dsl.model.Flow;

/**
 * What the kernel answers with a panic, or with a wait that never ends, on some path through a body. Only a file without errors is
 * asked for it: in another one it is not known what is meant.
 */
final class FlowIssues {
    private FlowIssues() {}

    static List<Issue> of(Resource resource) {
        return resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof LwktFile file)
                ? List.of()
                : FlowAnalysis.of(file).stream().map(FlowIssues::issue).toList();
    }

    private static Issue issue(Finding finding) {
        EStructuralFeature name =
                finding.place() instanceof Statement && !(finding.place() instanceof VariableDeclaration)
                        ? null
                        : finding.place().eClass().getEStructuralFeature("name");
        List<INode> names = name == null ? List.of() : NodeModelUtils.findNodesForFeature(finding.place(), name);
        // What is declared is marked at its name.
        boolean declared = finding.outcome() == Outcome.NOTHING && !names.isEmpty();
        INode first = declared ? names.getFirst() : first(finding.place());
        INode last = declared ? first : last(finding.place(), first);
        Issue.IssueImpl issue = new Issue.IssueImpl();
        LineAndColumn start = NodeModelUtils.getLineAndColumn(first, first.getOffset());
        LineAndColumn end = NodeModelUtils.getLineAndColumn(last, last.getEndOffset());
        issue.setOffset(first.getOffset());
        issue.setLength(last.getEndOffset() - first.getOffset());
        issue.setLineNumber(start.getLine());
        issue.setColumn(start.getColumn());
        issue.setLineNumberEnd(end.getLine());
        issue.setColumnEnd(end.getColumn());
        issue.setSeverity(Severity.WARNING);
        issue.setType(CheckType.FAST);
        issue.setCode(finding.code());
        issue.setMessage(finding.message());
        Resource resource = finding.place().eResource();
        issue.setUriToProblem(resource.getURI().appendFragment(resource.getURIFragment(finding.place())));
        return issue;
    }

    /** The first word; of a block its end. */
    private static INode first(EObject place) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(place);
        return place instanceof Block ? visible(node, false) : visible(node, true);
    }

    /** A statement with a block is marked at its first word alone. */
    private static INode last(EObject place, INode first) {
        boolean blocks = place instanceof Block
                || place instanceof Statement statement
                        && !Flow.blocksOf(statement).isEmpty();
        return blocks ? first : visible(NodeModelUtils.findActualNodeFor(place), false);
    }

    private static INode visible(ICompositeNode node, boolean first) {
        INode found = node;
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (!leaf.isHidden()) {
                found = leaf;
                if (first) {
                    return found;
                }
            }
        }
        return found;
    }
}
