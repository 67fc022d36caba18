// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.lwkt.dsl.ui.Ids;

/**
 * Keeps the server's documents equal to ours. It follows file buffers and not editors: two editors of one file share one
 * document, which must be opened once.
 */
public final class OpenDocuments implements IFileBufferListener {
    private static final Map<String, OpenDocument> BY_URI = new ConcurrentHashMap<>();
    private static final Map<IDocument, OpenDocument> BY_DOCUMENT = new ConcurrentHashMap<>();
    private static boolean listening;

    private OpenDocuments() {}

    static synchronized void listen() {
        if (!listening) {
            FileBuffers.getTextFileBufferManager().addFileBufferListener(new OpenDocuments());
            listening = true;
        }
    }

    /** {@code null} while the file is not open. */
    static String text(String uri) {
        OpenDocument open = BY_URI.get(uri);
        return open == null ? null : open.text();
    }

    /** A copy to read on other threads; a document may not be read while somebody types. */
    public static IDocument snapshot(IDocument document) {
        OpenDocument open = BY_DOCUMENT.get(document);
        return new Document(open == null ? document.get() : open.text());
    }

    /** {@code null} for a document that is no open file of ours in a project. */
    public static String uri(IDocument document) {
        OpenDocument open = document == null ? null : BY_DOCUMENT.get(document);
        return open == null ? null : open.uri();
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        IPath location = buffer.getLocation();
        if (!(buffer instanceof ITextFileBuffer text)
                || location == null
                || !Ids.FILE_ENDING.equals(location.getFileExtension())) {
            return;
        }
        IFile file = FileBuffers.getWorkspaceFileAtLocation(location);
        // Outside of all projects the server would know no folder for it.
        if (file != null && file.getLocation() != null) {
            OpenDocument open = new OpenDocument(text.getDocument(), WorkspaceFolders.uri(file));
            open.open();
            BY_URI.put(open.uri(), open);
            BY_DOCUMENT.put(text.getDocument(), open);
        }
    }

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        if (buffer instanceof ITextFileBuffer text && text.getDocument() != null) {
            OpenDocument open = BY_DOCUMENT.remove(text.getDocument());
            if (open != null) {
                BY_URI.remove(open.uri());
                open.close();
            }
        }
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {}

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {}

    @Override
    public void stateChanging(IFileBuffer buffer) {}

    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {}

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {}

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {}

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {}

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {}
}
