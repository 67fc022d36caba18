// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.editor;

import java.util.stream.Collectors;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.lwkt.dsl.ui.server.LanguageService;
import org.lwkt.dsl.ui.server.OpenDocuments;
import org.lwkt.dsl.ui.server.Positions;

/** What the language says about the word under the pointer. */
public final class Hover implements ITextHover {
    /** Called on a thread of the hover manager. */
    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        String uri = OpenDocuments.uri(viewer.getDocument());
        if (uri == null) {
            return null;
        }
        try {
            IDocument document = OpenDocuments.snapshot(viewer.getDocument());
            HoverParams params =
                    new HoverParams(new TextDocumentIdentifier(uri), Positions.position(document, region.getOffset()));
            return text(LanguageService.await(LanguageService.ask(server -> server.hover(params)), null));
        } catch (BadLocationException e) {
            return null;
        }
    }

    /** {@code null} where there is nothing to show. */
    private static String text(org.eclipse.lsp4j.Hover hover) {
        if (hover == null || hover.getContents() == null) {
            return null;
        }
        String text = hover.getContents()
                .map(
                        parts -> parts.stream()
                                .map(part -> part.map(it -> it, it -> it.getValue()))
                                .collect(Collectors.joining("\n")),
                        markup -> markup.getValue());
        return text.isBlank() ? null : PlainText.of(text);
    }

    /** Called on the UI thread, and so by the text alone. */
    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        try {
            int start = offset;
            while (start > 0 && Character.isJavaIdentifierPart(document.getChar(start - 1))) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && Character.isJavaIdentifierPart(document.getChar(end))) {
                end++;
            }
            return new Region(start, end - start);
        } catch (BadLocationException e) {
            return new Region(offset, 0);
        }
    }
}
