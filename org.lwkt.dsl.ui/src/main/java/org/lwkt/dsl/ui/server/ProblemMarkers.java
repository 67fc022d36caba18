// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.lwkt.dsl.ui.Ids;

/** Diagnostics as problem markers, made by a job, since the workspace may be locked. */
final class ProblemMarkers {
    private final Map<String, List<Diagnostic>> pending = new ConcurrentHashMap<>();
    /** Used by the job alone. */
    private final Map<String, List<Diagnostic>> shown = new HashMap<>();

    private final WorkspaceJob job = new WorkspaceJob("LWKT problems") {
        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            for (String uri : List.copyOf(pending.keySet())) {
                show(uri, pending.remove(uri));
            }
            return Status.OK_STATUS;
        }
    };

    ProblemMarkers() {
        job.setSystem(true);
    }

    /** Of several for one file the last is shown. */
    void show(PublishDiagnosticsParams params) {
        pending.put(params.getUri(), params.getDiagnostics());
        job.schedule();
    }

    private void show(String uri, List<Diagnostic> diagnostics) throws CoreException {
        for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(uri))) {
            if (!file.exists()) {
                shown.remove(uri);
            } else if (!isShown(file, uri, diagnostics)) {
                String open = OpenDocuments.text(uri);
                IDocument document = new Document(open != null ? open : file.readString());
                file.deleteMarkers(Ids.MARKER, true, IResource.DEPTH_ZERO);
                for (Diagnostic diagnostic : diagnostics) {
                    file.createMarker(Ids.MARKER, attributes(diagnostic, document));
                }
            }
        }
        shown.put(uri, diagnostics);
    }

    private boolean isShown(IFile file, String uri, List<Diagnostic> diagnostics) throws CoreException {
        return diagnostics.equals(shown.get(uri))
                && file.findMarkers(Ids.MARKER, true, IResource.DEPTH_ZERO).length == diagnostics.size();
    }

    private static Map<String, Object> attributes(Diagnostic diagnostic, IDocument document) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.MESSAGE, diagnostic.getMessage().map(text -> text, markup -> markup.getValue()));
        attributes.put(IMarker.SEVERITY, severity(diagnostic.getSeverity()));
        attributes.put(IMarker.LINE_NUMBER, diagnostic.getRange().getStart().getLine() + 1);
        try {
            int start = Positions.offset(document, diagnostic.getRange().getStart());
            attributes.put(IMarker.LINE_NUMBER, document.getLineOfOffset(start) + 1);
            attributes.put(IMarker.CHAR_START, start);
            attributes.put(
                    IMarker.CHAR_END,
                    Positions.offset(document, diagnostic.getRange().getEnd()));
        } catch (BadLocationException e) {
            // The document has moved on; newer diagnostics are on their way.
        }
        return attributes;
    }

    private static int severity(DiagnosticSeverity severity) {
        return switch (severity) {
            case Error -> IMarker.SEVERITY_ERROR;
            case Warning -> IMarker.SEVERITY_WARNING;
            case Information, Hint -> IMarker.SEVERITY_INFO;
        };
    }
}
