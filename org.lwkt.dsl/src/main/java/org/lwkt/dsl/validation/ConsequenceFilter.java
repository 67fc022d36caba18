// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.parser.ParserGuard;

/**
 * One mistake, one message. After a syntax error the parser looks for a place from which it can go on, and may go on in the
 * wrong block; what it reports then, and what validation makes of the tree, would send the user to the wrong place.
 *
 * <ul>
 *   <li>Of the syntax errors in one line only the first is kept.
 *   <li>Errors about a brace after another syntax error are kept only if the braces of the file do not match.
 *   <li>After another syntax error, one for which the parser has left more braces than were closed is not kept.
 *   <li>After a text that is not closed no syntax error is kept: what it has swallowed is missing everywhere.
 *   <li>With a syntax error in the file there are no warnings, and no other errors in its line.
 * </ul>
 */
final class ConsequenceFilter {
    private final String text;
    private final INode root;
    private final Set<Integer> linesWithSyntaxErrors = new HashSet<>();
    private boolean unclosedText;
    private Boolean braces;
    /** How many braces are open behind each of them. */
    private TreeMap<Integer, Integer> open;

    private ConsequenceFilter(INode root) {
        this.root = root;
        text = root == null ? "" : root.getText();
    }

    static List<Issue> filter(List<Issue> issues, INode root) {
        boolean needed = issues.stream().anyMatch(ConsequenceFilter::isSyntaxError);
        return needed ? new ConsequenceFilter(root).filter(issues) : issues;
    }

    private List<Issue> filter(List<Issue> issues) {
        issues.stream().filter(ConsequenceFilter::isSyntaxError).forEach(this::moveToWord);
        Set<Issue> kept = new HashSet<>();
        issues.stream()
                .filter(ConsequenceFilter::isSyntaxError)
                .sorted(Comparator.comparingInt(ConsequenceFilter::offset))
                .filter(this::isOfItsOwn)
                .forEach(kept::add);
        List<Issue> result = new ArrayList<>();
        for (Issue issue : issues) {
            boolean keep = isSyntaxError(issue)
                    ? kept.contains(issue)
                    : issue.getSeverity() == Severity.ERROR && !linesWithSyntaxErrors.contains(issue.getLineNumber());
            if (keep) {
                result.add(issue);
            }
        }
        return result;
    }

    /** The parser reports at the token where it could not go on; what the message is about may stand before. */
    private void moveToWord(Issue error) {
        if (!isAbout(IssueCodes.ABOUT_WORD_BEFORE, error) || !(error instanceof Issue.IssueImpl issue)) {
            return;
        }
        int offset = Integer.parseInt(error.getData()[1]);
        int length = Integer.parseInt(error.getData()[2]);
        LineAndColumn place = NodeModelUtils.getLineAndColumn(root, offset);
        issue.setOffset(offset);
        issue.setLength(length);
        issue.setLineNumber(place.getLine());
        issue.setColumn(place.getColumn());
        issue.setLineNumberEnd(place.getLine());
        issue.setColumnEnd(place.getColumn() + length);
    }

    private boolean isOfItsOwn(Issue error) {
        boolean first = linesWithSyntaxErrors.isEmpty();
        boolean firstInLine = linesWithSyntaxErrors.add(error.getLineNumber());
        boolean afterUnclosedText = unclosedText;
        unclosedText |= isAbout(IssueCodes.ABOUT_UNCLOSED_TEXT, error);
        if (!firstInLine || afterUnclosedText) {
            return false;
        }
        return first || !isAbout(IssueCodes.ABOUT_BRACES, error) && !isInWrongBlock(error) || !bracesMatch();
    }

    private boolean isInWrongBlock(Issue error) {
        return isAbout(IssueCodes.ABOUT_LEVEL, error)
                && Integer.parseInt(error.getData()[1]) < openBraces(offset(error));
    }

    private int openBraces(int offset) {
        if (open == null) {
            open = new TreeMap<>(Map.of(-1, 0));
            for (ILeafNode leaf : root.getLeafNodes()) {
                if (!leaf.isHidden() && leaf.getLength() == 1 && "{}".contains(leaf.getText())) {
                    int before = open.lastEntry().getValue();
                    open.put(leaf.getOffset(), leaf.getText().equals("{") ? before + 1 : before - 1);
                }
            }
        }
        return open.lowerEntry(offset).getValue();
    }

    private boolean bracesMatch() {
        if (braces == null) {
            braces = ParserGuard.bracesMatch(text);
        }
        return braces;
    }

    private static boolean isSyntaxError(Issue issue) {
        return IssueCodes.SYNTAX.equals(issue.getCode());
    }

    private static boolean isAbout(String subject, Issue issue) {
        return issue.getData() != null && List.of(issue.getData()).contains(subject);
    }

    private static int offset(Issue issue) {
        return issue.getOffset() == null ? 0 : issue.getOffset();
    }
}
