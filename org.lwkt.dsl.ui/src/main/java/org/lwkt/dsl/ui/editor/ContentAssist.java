// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.lwkt.dsl.ui.server.LanguageService;
import org.lwkt.dsl.ui.server.OpenDocuments;
import org.lwkt.dsl.ui.server.Positions;

/** The proposals of the language. The generic editor asks on a background thread. */
public final class ContentAssist implements IContentAssistProcessor {
    private static final ICompletionProposal[] NONE = {};

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        String uri = OpenDocuments.uri(viewer.getDocument());
        if (uri == null) {
            return NONE;
        }
        IDocument document = OpenDocuments.snapshot(viewer.getDocument());
        try {
            CompletionParams params =
                    new CompletionParams(new TextDocumentIdentifier(uri), Positions.position(document, offset));
            Either<List<CompletionItem>, CompletionList> answer = LanguageService.await(
                    LanguageService.ask(server -> server.completion(params)), Either.forLeft(List.of()));
            List<ICompletionProposal> proposals = new ArrayList<>();
            for (CompletionItem item : answer.<List<CompletionItem>>map(items -> items, CompletionList::getItems)) {
                proposals.add(proposal(item, params.getPosition(), document));
            }
            return proposals.toArray(NONE);
        } catch (BadLocationException e) {
            return NONE;
        }
    }

    private static ICompletionProposal proposal(CompletionItem item, Position caret, IDocument document)
            throws BadLocationException {
        TextEdit edit = item.getTextEdit() == null
                ? new TextEdit(new org.eclipse.lsp4j.Range(caret, caret), item.getLabel())
                : item.getTextEdit().map(it -> it, it -> new TextEdit(it.getReplace(), it.getNewText()));
        int start = Positions.offset(document, edit.getRange().getStart());
        int length = Positions.offset(document, edit.getRange().getEnd()) - start;
        String detail = item.getDetail() == null ? "" : " - " + item.getDetail();
        return new CompletionProposal(
                edit.getNewText(),
                start,
                length,
                edit.getNewText().length(),
                null,
                item.getLabel() + detail,
                null,
                documentation(item));
    }

    private static String documentation(CompletionItem item) {
        return item.getDocumentation() == null
                ? null
                : PlainText.of(item.getDocumentation().map(text -> text, markup -> markup.getValue()));
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return null;
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
