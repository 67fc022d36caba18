// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.codemining;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMining;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.jface.text.codemining.LineEndCodeMining;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.lwkt.dsl.ui.server.LanguageService;
import org.lwkt.dsl.ui.server.OpenDocuments;
import org.lwkt.dsl.ui.server.Positions;

/** A hint at the end of a line becomes a mining there, every other one a mining inside the line. */
public final class HintMinings extends AbstractCodeMiningProvider {
    private static final String GAP = "   ";

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
            ITextViewer viewer, IProgressMonitor monitor) {
        IDocument document = viewer.getDocument();
        String uri = OpenDocuments.uri(document);
        if (uri == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        long stamp = stamp(document);
        try {
            IDocument asked = OpenDocuments.snapshot(document);
            InlayHintParams params = new InlayHintParams(
                    new TextDocumentIdentifier(uri),
                    new Range(new org.eclipse.lsp4j.Position(0, 0), Positions.position(asked, asked.getLength())));
            return LanguageService.ask(server -> server.inlayHint(params))
                    .thenApply(hints -> minings(hints, document, stamp));
        } catch (BadLocationException e) {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private static long stamp(IDocument document) {
        return ((IDocumentExtension4) document).getModificationStamp();
    }

    /** Where the document has moved on there is no answer: newer diagnostics will make the editor ask again. */
    private List<? extends ICodeMining> minings(List<InlayHint> hints, IDocument document, long stamp) {
        if (stamp(document) != stamp) {
            throw new CancellationException();
        }
        IDocument now = OpenDocuments.snapshot(document);
        List<ICodeMining> minings = new ArrayList<>();
        for (InlayHint hint : hints) {
            try {
                int offset = Positions.offset(now, hint.getPosition());
                int line = now.getLineOfOffset(offset);
                IRegion content = now.getLineInformation(line);
                AbstractCodeMining mining = offset >= content.getOffset() + content.getLength()
                        ? new AtLineEnd(document, line, this)
                        : new InLine(new Position(offset, 1), this);
                mining.setLabel(label(hint));
                minings.add(mining);
            } catch (BadLocationException e) {
                throw new CancellationException();
            }
        }
        return minings;
    }

    private static String label(InlayHint hint) {
        String label = hint.getLabel()
                .map(
                        text -> text,
                        parts -> String.join(
                                "",
                                parts.stream().map(InlayHintLabelPart::getValue).toList()));
        return (Boolean.TRUE.equals(hint.getPaddingLeft()) ? GAP : "")
                + label
                + (Boolean.TRUE.equals(hint.getPaddingRight()) ? " " : "");
    }

    private static final class AtLineEnd extends LineEndCodeMining {
        AtLineEnd(IDocument document, int line, ICodeMiningProvider provider) throws BadLocationException {
            super(document, line, provider);
        }

        @Override
        public boolean isResolved() {
            return true;
        }
    }

    private static final class InLine extends LineContentCodeMining {
        InLine(Position position, ICodeMiningProvider provider) {
            super(position, provider);
        }

        @Override
        public boolean isResolved() {
            return true;
        }
    }
}
