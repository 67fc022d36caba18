// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.fixes;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.conversion.Quoted;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.Replacement;
import org.lwkt.dsl.lwkt.Element;
import org.lwkt.dsl.lwkt.Import;
import org.lwkt.dsl.lwkt.Member;
import org.lwkt.dsl.lwkt.Statement;

/** The fixes of an issue: the nearest name or word in place of a wrong one, and leaving out what is not used or never runs. */
public final class QuickFixes {
    private static final Set<String> LEAVE_OUT = Set.of(
            IssueCodes.UNUSED_MACHINE,
            IssueCodes.UNUSED_PROCEDURE,
            IssueCodes.UNUSED_RESOURCE,
            IssueCodes.UNUSED_IMPORT,
            IssueCodes.NEVER_RUNS,
            IssueCodes.NO_TURNS);

    private final EObjectAtOffsetHelper elements;

    @Inject
    QuickFixes(EObjectAtOffsetHelper elements) {
        this.elements = elements;
    }

    /** @param resource of which the issue is, unchanged since */
    public List<Fix> of(Issue issue, XtextResource resource) {
        List<Fix> fixes = new ArrayList<>();
        if (issue.getOffset() == null || issue.getLength() == null || resource.getParseResult() == null) {
            return fixes;
        }
        Replacement.of(issue.getData()).map(it -> replace(issue, it)).ifPresent(fixes::add);
        if (LEAVE_OUT.contains(issue.getCode())) {
            leaveOut(issue, resource).ifPresent(fixes::add);
        }
        return fixes;
    }

    private static Fix replace(Issue issue, String replacement) {
        String title = replacement.isEmpty() ? "Leave it out" : "Change to " + Quoted.text(replacement.strip());
        return new Fix(title, issue.getOffset(), issue.getLength(), replacement);
    }

    /** The declaration or statement that the issue is about, with its comment, and with the rest of its lines if nothing else stands there. */
    private Optional<Fix> leaveOut(Issue issue, XtextResource resource) {
        EObject element = elements.resolveElementAt(resource, issue.getOffset());
        while (element != null && !isWhole(element)) {
            element = element.eContainer();
        }
        ICompositeNode node = element == null ? null : NodeModelUtils.findActualNodeFor(element);
        if (node == null) {
            return Optional.empty();
        }
        String text = resource.getParseResult().getRootNode().getText();
        int start = withComment(text, node);
        int end = node.getEndOffset();
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', end);
        lineEnd = lineEnd < 0 ? text.length() : lineEnd + 1;
        if (text.substring(lineStart, start).isBlank()
                && text.substring(end, lineEnd).isBlank()) {
            start = lineStart;
            end = lineEnd;
        }
        return Optional.of(new Fix("Leave it out", start, end - start, ""));
    }

    private static boolean isWhole(EObject element) {
        return element instanceof Element
                || element instanceof Member
                || element instanceof Import
                || element instanceof Statement;
    }

    /** Where the documentation of the node begins, or the node itself. */
    private static int withComment(String text, ICompositeNode node) {
        int start = node.getOffset();
        String before = text.substring(0, start).stripTrailing();
        if (!before.endsWith("*/")) {
            return start;
        }
        int comment = before.lastIndexOf("/**");
        return comment < 0 || before.substring(comment).indexOf("*/") < before.length() - comment - 2 ? start : comment;
    }
}
