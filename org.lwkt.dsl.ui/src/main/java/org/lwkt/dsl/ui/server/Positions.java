// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Position;

/**
 * Offsets of a document as positions of the server and back. The server counts lines by line feeds alone; the document's own
 * count differs where a carriage return stands by itself.
 */
public final class Positions {
    private Positions() {}

    public static Position position(IDocument document, int offset) throws BadLocationException {
        String head = document.get(0, offset);
        int line = 0;
        int start = 0;
        for (int i = head.indexOf('\n'); i >= 0; i = head.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new Position(line, offset - start);
    }

    public static int offset(IDocument document, Position position) throws BadLocationException {
        String text = document.get();
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                throw new BadLocationException("no line " + position.getLine());
            }
        }
        return Math.min(start + position.getCharacter(), text.length());
    }
}
