// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.lwkt.dsl.ui.Ids;

/** Sends each change of one document to the server. */
final class OpenDocument implements IDocumentListener {
    private final IDocument document;
    private final String uri;
    private volatile String text;
    private int version = 1;
    /** What the change that is under way replaces, or {@code null} if that is not known. */
    private Range replaced;

    OpenDocument(IDocument document, String uri) {
        this.document = document;
        this.uri = uri;
        text = document.get();
    }

    String uri() {
        return uri;
    }

    String text() {
        return text;
    }

    void open() {
        TextDocumentItem item = new TextDocumentItem(uri, Ids.FILE_ENDING, version, text);
        LanguageService.send(server -> server.didOpen(new DidOpenTextDocumentParams(item)));
        document.addDocumentListener(this);
    }

    void close() {
        document.removeDocumentListener(this);
        LanguageService.send(
                server -> server.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri))));
    }

    /** The range is one of the text before the change. */
    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        try {
            replaced = new Range(
                    Positions.position(document, event.getOffset()),
                    Positions.position(document, event.getOffset() + event.getLength()));
        } catch (BadLocationException e) {
            replaced = null;
        }
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        text = document.get();
        TextDocumentContentChangeEvent change = replaced == null
                ? new TextDocumentContentChangeEvent(text)
                : new TextDocumentContentChangeEvent(replaced, event.getText() == null ? "" : event.getText());
        VersionedTextDocumentIdentifier id = new VersionedTextDocumentIdentifier(uri, ++version);
        LanguageService.send(server -> server.didChange(new DidChangeTextDocumentParams(id, List.of(change))));
    }
}
