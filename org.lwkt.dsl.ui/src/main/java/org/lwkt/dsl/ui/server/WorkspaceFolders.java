// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.WorkspaceFolder;

/** How projects and files are called towards the server. */
public final class WorkspaceFolders {
    private WorkspaceFolders() {}

    /** One for each open project. */
    static List<WorkspaceFolder> all() {
        List<WorkspaceFolder> folders = new ArrayList<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (isUsable(project)) {
                folders.add(of(project));
            }
        }
        return folders;
    }

    static boolean isUsable(IProject project) {
        return project.isAccessible() && project.getLocation() != null;
    }

    static WorkspaceFolder of(IProject project) {
        return new WorkspaceFolder(uri(project), project.getName());
    }

    /** In the form {@code file:///}, which the server publishes; that of the workspace has one slash. */
    public static String uri(IResource resource) {
        Path path = resource.getLocation().toPath();
        String uri = path.toUri().toString();
        return Files.isDirectory(path) && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
