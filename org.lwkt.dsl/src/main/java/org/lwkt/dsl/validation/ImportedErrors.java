// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.imports.ImportTarget;
import org.lwkt.dsl.imports.Imports;
import org.lwkt.dsl.lwkt.Import;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;

/**
 * Errors in files that are imported, reported at the import. These files must be validated for that, which cannot be done
 * inside of a check. A file with errors is one of its importer too, so that nothing is ever lowered that has an error.
 */
final class ImportedErrors {
    private final Function<Resource, List<Issue>> validate;

    /** @param validate gives the issues of an imported file, each time the same */
    ImportedErrors(Function<Resource, List<Issue>> validate) {
        this.validate = validate;
    }

    List<Issue> of(Resource resource) {
        List<Issue> issues = new ArrayList<>();
        if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof LwktFile file)) {
            return issues;
        }
        // Files that import each other have an error already, and validating one of them would never come to an end.
        Set<Resource> circle = Imports.circleAround(resource);
        // Those first that import nothing: however long the chain of imports, validation is never many levels deep.
        for (ImportTarget behind : Imports.closure(resource)) {
            if (behind.resource() != null && !circle.contains(behind.resource())) {
                validate.apply(behind.resource());
            }
        }
        for (Import statement : file.getImports()) {
            ImportTarget target = Imports.follow(statement);
            if (target != null && target.resource() != null && !circle.contains(target.resource())) {
                firstError(target.resource())
                        .map(it -> issue(statement, it, target.resource().getURI()))
                        .ifPresent(issues::add);
            }
        }
        return issues;
    }

    private Optional<Issue> firstError(Resource imported) {
        return validate.apply(imported).stream()
                .filter(it -> it.getSeverity() == Severity.ERROR)
                .min(Comparator.comparing(ImportedErrors::line));
    }

    private static int line(Issue issue) {
        return issue.getLineNumber() == null ? 1 : issue.getLineNumber();
    }

    private static Issue issue(Import statement, Issue error, URI file) {
        INode node = NodeModelUtils.findNodesForFeature(statement, LwktPackage.eINSTANCE.getImport_Path())
                .get(0);
        Issue.IssueImpl issue = new Issue.IssueImpl();
        LineAndColumn start = NodeModelUtils.getLineAndColumn(node, node.getOffset());
        LineAndColumn end = NodeModelUtils.getLineAndColumn(node, node.getEndOffset());
        issue.setOffset(node.getOffset());
        issue.setLength(node.getLength());
        issue.setLineNumber(start.getLine());
        issue.setColumn(start.getColumn());
        issue.setLineNumberEnd(end.getLine());
        issue.setColumnEnd(end.getColumn());
        issue.setSeverity(Severity.ERROR);
        issue.setType(CheckType.FAST);
        issue.setCode(IssueCodes.IMPORTED_ERRORS);
        issue.setUriToProblem(statement
                .eResource()
                .getURI()
                .appendFragment(statement.eResource().getURIFragment(statement)));
        issue.setMessage("this file has errors; the first is in " + URI.decode(file.lastSegment()) + ", line "
                + line(error) + ": " + error.getMessage());
        return issue;
    }
}
