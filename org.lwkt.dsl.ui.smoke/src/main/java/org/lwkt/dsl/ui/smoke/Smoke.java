// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * Opens a .lwkt file with a mistake as a user would, waits for its problem marker, writes what it saw, and closes the
 * workbench. Does nothing without the system property {@code lwkt.smoke}, the file to write to.
 */
public final class Smoke implements IStartup {
    private static final String TEXT = """
            scenario "s" {
                thread t { run 1 }
            }
            """;
    private static final int TRIES = 600;
    private static final int WAIT_MS = 100;
    /** Errors that come a little later belong into the log too. */
    private static final int SETTLE_MS = 2500;

    @Override
    public void earlyStartup() {
        String out = System.getProperty("lwkt.smoke");
        if (out == null) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        List<String> seen = new ArrayList<>();
        try {
            look(display, seen);
        } catch (CoreException | InterruptedException e) {
            seen.add(e.toString());
        }
        try {
            Files.write(Path.of(out), seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        display.asyncExec(() -> PlatformUI.getWorkbench().close());
    }

    private static void look(Display display, List<String> seen) throws CoreException, InterruptedException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("smoke");
        project.create(null);
        project.open(null);
        IFile file = project.getFile("smoke.lwkt");
        file.create(TEXT.getBytes(StandardCharsets.UTF_8), true, false, null);
        display.syncExec(() -> seen.add("editor " + open(file)));
        for (int i = 0; i < TRIES && problems(file).length == 0; i++) {
            Thread.sleep(WAIT_MS);
        }
        for (IMarker marker : problems(file)) {
            seen.add(
                    "marker " + marker.getAttribute(IMarker.LINE_NUMBER) + ": " + marker.getAttribute(IMarker.MESSAGE));
        }
        Thread.sleep(SETTLE_MS);
    }

    private static IMarker[] problems(IFile file) throws CoreException {
        return file.findMarkers(IMarker.PROBLEM, true, 0);
    }

    private static String open(IFile file) {
        try {
            IWorkbenchPage page =
                    PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
            IEditorPart editor = IDE.openEditor(page, file);
            return editor == null ? "none" : editor.getSite().getId();
        } catch (PartInitException e) {
            return e.toString();
        }
    }
}
