// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.lwkt.dsl.ui.Ids;

/** Tells the server which projects come and go, and which files change. */
final class WorkspaceChanges implements IResourceChangeListener {
    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (event.getDelta() != null) {
            Collected collected = new Collected();
            try {
                event.getDelta().accept(collected);
            } catch (CoreException e) {
                ILog.get().error("The LWKT language service cannot follow the workspace", e);
            }
            collected.send();
        } else if (event.getResource() instanceof IProject project && project.getLocation() != null) {
            folders(List.of(), List.of(WorkspaceFolders.of(project)));
        }
    }

    private static void folders(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
        LanguageService.send(server -> server.didChangeWorkspaceFolders(
                new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed))));
    }

    private static final class Collected implements IResourceDeltaVisitor {
        private final List<WorkspaceFolder> added = new ArrayList<>();
        private final List<FileEvent> files = new ArrayList<>();

        @Override
        public boolean visit(IResourceDelta delta) {
            IResource resource = delta.getResource();
            if (resource instanceof IProject project) {
                boolean opened =
                        delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.OPEN) != 0;
                if (opened && WorkspaceFolders.isUsable(project)) {
                    added.add(WorkspaceFolders.of(project));
                }
                return project.isAccessible() && !opened;
            }
            if (resource instanceof IFile file
                    && Ids.FILE_ENDING.equals(file.getFileExtension())
                    && file.getLocation() != null) {
                add(file, delta);
            }
            return true;
        }

        private void add(IFile file, IResourceDelta delta) {
            FileChangeType change = switch (delta.getKind()) {
                case IResourceDelta.ADDED -> FileChangeType.Created;
                case IResourceDelta.REMOVED -> FileChangeType.Deleted;
                default -> (delta.getFlags() & IResourceDelta.CONTENT) != 0 ? FileChangeType.Changed : null;
            };
            if (change != null) {
                files.add(new FileEvent(WorkspaceFolders.uri(file), change));
            }
        }

        void send() {
            if (!added.isEmpty()) {
                folders(added, List.of());
            }
            if (!files.isEmpty()) {
                LanguageService.send(server -> server.didChangeWatchedFiles(new DidChangeWatchedFilesParams(files)));
            }
        }
    }
}
