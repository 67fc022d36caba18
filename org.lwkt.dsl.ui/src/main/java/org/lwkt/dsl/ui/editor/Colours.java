// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.editor;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.lwkt.dsl.ide.highlighting.Lexeme;
import org.lwkt.dsl.ide.highlighting.Lexemes;

/** Colours the text as the language cuts it. */
public final class Colours extends PresentationReconciler {
    public Colours() {
        Painter painter = new Painter();
        setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
    }

    private static final class Painter implements IPresentationDamager, IPresentationRepairer {
        private final Map<Lexeme.Kind, Style> styles = new EnumMap<>(Map.of(
                Lexeme.Kind.KEYWORD, new Style(new Color(127, 0, 85), SWT.BOLD),
                Lexeme.Kind.NUMBER, new Style(new Color(0, 90, 156), SWT.NORMAL),
                Lexeme.Kind.TEXT, new Style(new Color(42, 0, 255), SWT.NORMAL),
                Lexeme.Kind.COMMENT, new Style(new Color(63, 127, 95), SWT.NORMAL)));

        private IDocument document;

        private record Style(Color colour, int font) {}

        @Override
        public void setDocument(IDocument newDocument) {
            document = newDocument;
        }

        /** All of it: one character may begin or end a comment that goes on to the end. */
        @Override
        public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
            return new Region(0, event.getDocument().getLength());
        }

        @Override
        public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
            int start = damage.getOffset();
            int end = start + damage.getLength();
            for (Lexeme lexeme : Lexemes.of(document.get())) {
                int from = Math.max(start, lexeme.offset());
                int to = Math.min(end, lexeme.offset() + lexeme.length());
                if (from < to) {
                    Style style = styles.get(lexeme.kind());
                    presentation.addStyleRange(new StyleRange(from, to - from, style.colour(), null, style.font()));
                }
            }
        }
    }
}
