// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.fixes;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.lwkt.dsl.fixes.Fix;
import org.lwkt.dsl.fixes.QuickFixes;

/**
 * The fixes of the diagnostics in a range. They are made from a validation of their own: what a client sends along of a
 * diagnostic need not be all that the server said of it.
 */
public final class FixActions implements ICodeActionService2 {
    private final IResourceValidator validator;
    private final QuickFixes fixes;

    @Inject
    FixActions(IResourceValidator validator, QuickFixes fixes) {
        this.validator = validator;
        this.fixes = fixes;
    }

    @Override
    public List<Either<Command, CodeAction>> getCodeActions(Options options) {
        return options.getLanguageServerAccess()
                .doSyncRead(
                        options.getURI(),
                        it -> it.getResource() instanceof XtextResource resource
                                ? actions(options, it.getDocument(), resource)
                                : List.of());
    }

    private List<Either<Command, CodeAction>> actions(Options options, Document document, XtextResource resource) {
        List<Either<Command, CodeAction>> actions = new ArrayList<>();
        Range wanted = options.getCodeActionParams().getRange();
        int from = document.getOffSet(wanted.getStart());
        int to = document.getOffSet(wanted.getEnd());
        for (Issue issue : validator.validate(resource, CheckMode.ALL, options.getCancelIndicator())) {
            if (issue.getOffset() != null
                    && issue.getLength() != null
                    && issue.getOffset() <= to
                    && issue.getOffset() + issue.getLength() >= from) {
                fixes.of(issue, resource)
                        .forEach(fix -> actions.add(Either.forRight(action(fix, issue, document, options))));
            }
        }
        return actions;
    }

    private static CodeAction action(Fix fix, Issue issue, Document document, Options options) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(mended(issue, options));
        Range range = new Range(document.getPosition(fix.offset()), document.getPosition(fix.offset() + fix.length()));
        action.setEdit(new WorkspaceEdit(Map.of(options.getURI(), List.of(new TextEdit(range, fix.text())))));
        return action;
    }

    /** The client's own diagnostic, so that it can show both together. */
    private static List<Diagnostic> mended(Issue issue, Options options) {
        return options.getCodeActionParams().getContext().getDiagnostics().stream()
                .filter(it -> it.getRange().getStart().getLine() + 1 == issue.getLineNumber()
                        && it.getCode() != null
                        && it.getCode().isLeft()
                        && it.getCode().getLeft().equals(issue.getCode()))
                .toList();
    }
}
