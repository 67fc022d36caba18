// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.codemining;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.lwkt.dsl.ui.server.OpenDocuments;

/**
 * One for each generic editor of our files, whose viewer it so knows. It reconciles nothing; it has the minings asked for when
 * the language has something new.
 */
public final class MiningRefresh implements IReconciler {
    private static final List<ITextViewer> VIEWERS = new CopyOnWriteArrayList<>();

    private ITextViewer viewer;

    @Override
    public void install(ITextViewer newViewer) {
        viewer = newViewer;
        VIEWERS.add(newViewer);
        // A second editor of an open file hears of no new diagnostics.
        newViewer.getTextWidget().getDisplay().asyncExec(() -> update(newViewer));
    }

    @Override
    public void uninstall() {
        VIEWERS.remove(viewer);
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }

    /** In all editors of one file; from any thread. */
    public static void refresh(String uri) {
        refresh(viewer -> uri.equals(OpenDocuments.uri(viewer.getDocument())));
    }

    /** In all editors; from any thread. */
    public static void refreshAll() {
        refresh(viewer -> true);
    }

    private static void refresh(Predicate<ITextViewer> which) {
        Display display =
                PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed()) {
            display.asyncExec(() -> VIEWERS.stream().filter(which).forEach(MiningRefresh::update));
        }
    }

    private static void update(ITextViewer viewer) {
        if (viewer.getTextWidget() != null
                && !viewer.getTextWidget().isDisposed()
                && viewer instanceof ISourceViewerExtension5 minings) {
            minings.updateCodeMinings();
        }
    }
}
