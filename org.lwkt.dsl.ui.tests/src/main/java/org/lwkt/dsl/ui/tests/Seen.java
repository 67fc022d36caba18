// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.tests;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.TextConsole;
import org.lwkt.dsl.ui.Ids;

/** What is to be seen in the workbench. To be called on the UI thread. */
final class Seen {
    private Seen() {}

    /** The problem markers of a file: line and message. */
    static List<String> problems(IFile file) throws CoreException {
        return Arrays.stream(file.findMarkers(Ids.MARKER, true, IResource.DEPTH_ZERO))
                .map(it -> it.getAttribute(IMarker.LINE_NUMBER, -1) + ": " + it.getAttribute(IMarker.MESSAGE, ""))
                .sorted()
                .toList();
    }

    static List<Annotation> annotations(ITextViewer viewer, String type) {
        List<Annotation> found = new ArrayList<>();
        model(viewer).getAnnotationIterator().forEachRemaining(it -> {
            if (it.getType().equals(type)) {
                found.add(it);
            }
        });
        return found;
    }

    /** The minings that the editor holds, not what a provider would answer: offset and label. */
    static Map<Integer, String> minings(ITextViewer viewer) throws ReflectiveOperationException {
        Map<Integer, String> found = new TreeMap<>();
        for (Iterator<Annotation> all = model(viewer).getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            if (annotation.getClass().getSimpleName().startsWith("CodeMining")) {
                // The platform keeps them to itself.
                Field field = annotation.getClass().getDeclaredField("fMinings");
                field.setAccessible(true);
                for (Object mining : (List<?>) field.get(annotation)) {
                    found.put(
                            model(viewer).getPosition(annotation).getOffset(),
                            ((ICodeMining) mining).getLabel().strip());
                }
            }
        }
        return found;
    }

    private static IAnnotationModel model(ITextViewer viewer) {
        return ((ISourceViewer) viewer).getAnnotationModel();
    }

    /** The rows of tables in windows other than that of {@code text}. */
    static List<String> popupRows(StyledText text) {
        List<String> rows = new ArrayList<>();
        for (Shell shell : popups(text)) {
            for (Control control : below(shell)) {
                if (control instanceof Table table) {
                    Arrays.stream(table.getItems()).forEach(it -> rows.add(it.getText()));
                }
            }
        }
        return rows;
    }

    /** The texts in windows other than that of {@code text}. */
    static String popupTexts(StyledText text) {
        StringBuilder texts = new StringBuilder();
        for (Shell shell : popups(text)) {
            for (Control control : below(shell)) {
                if (control instanceof StyledText it) {
                    texts.append(it.getText()).append('\n');
                } else if (control instanceof Label it) {
                    texts.append(it.getText()).append('\n');
                }
            }
        }
        return texts.toString();
    }

    private static List<Shell> popups(StyledText text) {
        return Arrays.stream(Display.getDefault().getShells())
                .filter(it -> it.isVisible() && it != text.getShell())
                .toList();
    }

    private static List<Control> below(Composite parent) {
        List<Control> controls = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            controls.add(child);
            if (child instanceof Composite composite) {
                controls.addAll(below(composite));
            }
        }
        return controls;
    }

    static String console() {
        StringBuilder text = new StringBuilder();
        for (IConsole console : ConsolePlugin.getDefault().getConsoleManager().getConsoles()) {
            if (console instanceof TextConsole it) {
                text.append(it.getDocument().get());
            }
        }
        return text.toString();
    }
}
