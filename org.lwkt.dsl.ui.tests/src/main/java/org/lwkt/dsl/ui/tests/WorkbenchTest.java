// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.dsl.ui.tests.Ui.await;
import static org.lwkt.dsl.ui.tests.Ui.type;
import static org.lwkt.dsl.ui.tests.Ui.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lwkt.dsl.ui.Ids;
import org.lwkt.dsl.ui.editor.Hover;
import org.lwkt.dsl.ui.launch.LaunchShortcut;

/** One sitting with an example, in the order in which a user would go on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkbenchTest {
    private static final String EXAMPLE = "examples/preemption.lwkt";
    private static final String EXPECTATION = "    expect cputime(nic) == 20us";

    private static IFile file;
    private static ITextEditor editor;
    private static ITextViewer viewer;
    private static StyledText text;

    @BeforeAll
    static void openTheExample() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("examples");
        project.create(null);
        project.open(null);
        file = project.getFile("preemption.lwkt");
        file.create(Files.readAllBytes(Path.of(System.getProperty("lwkt.root"), EXAMPLE)), true, false, null);
        editor = ui(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            window.getShell().setBounds(0, 0, 1400, 1050);
            IWorkbenchPage page = window.getActivePage();
            page.hideView(page.findView("org.eclipse.ui.internal.introview"));
            page.showView("org.eclipse.ui.navigator.ProjectExplorer");
            page.showView("org.eclipse.ui.views.ProblemView", null, IWorkbenchPage.VIEW_VISIBLE);
            return (ITextEditor) IDE.openEditor(page, file);
        });
        viewer = ui(() -> editor.getAdapter(ITextViewer.class));
        text = ui(() -> viewer.getTextWidget());
    }

    @Test
    @Order(1)
    void theExampleOpensInTheGenericEditorWithoutAProblem() throws Exception {
        assertEquals(
                "org.eclipse.ui.genericeditor.GenericEditor",
                ui(() -> editor.getSite().getId()));
        assertEquals(
                Ids.CONTENT_TYPE, file.getContentDescription().getContentType().getId());
        assertEquals(List.of(), ui(() -> Seen.problems(file)));
    }

    @Test
    @Order(2)
    void wordsNumbersAndCommentsHaveTheirColours() {
        StyleRange word = await("colours", () -> styleAt("scenario \"an"), style -> style.fontStyle == SWT.BOLD);
        StyleRange number = ui(() -> styleAt("5ms\n            yield"));
        StyleRange comment = ui(() -> styleAt("// An interrupt"));
        StyleRange name = ui(() -> styleAt("pageout on cpu"));
        assertTrue(number != null && !number.foreground.equals(word.foreground));
        assertTrue(comment != null && !comment.foreground.equals(number.foreground));
        assertTrue(name == null || name.fontStyle == SWT.NORMAL);
    }

    private static StyleRange styleAt(String part) {
        return text.getStyleRangeAtOffset(text.getText().indexOf(part));
    }

    @Test
    @Order(3)
    void theLaunchRunsTheFileAndShowsTheResultInTheConsole() throws Exception {
        ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
        ui(() -> {
            new LaunchShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE);
            return null;
        });
        ILaunch launch = await(
                "the end of the launch",
                () -> launches.getLaunches().length == 0 ? null : launches.getLaunches()[0],
                ILaunch::isTerminated);
        assertEquals("LWKT Scenario", launch.getLaunchConfiguration().getType().getName());
        assertEquals(0, launch.getProcesses()[0].getExitValue());
        await("the console", Seen::console, it -> it.contains("1 scenario, 1 held, 0 failed"));
    }

    @Test
    @Order(4)
    void whatTheRunFoundStandsBesideEachExpectation() {
        Map<Integer, String> minings = await("the minings", () -> Seen.minings(viewer), it -> it.size() >= 10);
        assertEquals("\u2713 20us", minings.get(endOf(EXPECTATION)));
        assertEquals("fired at 12ms", minings.get(endOf("    at 12ms interrupt nic")));
        assertTrue(
                minings.get(endOf("    thread pageout on cpu 0 at KERN_DAEMON {"))
                        .startsWith("ran 50ms, "),
                minings::toString);
        ui(() -> {
            viewer.setTopIndex(lineOf("package demo"));
            return null;
        });
        Ui.screenshot("1-results");
    }

    private static int endOf(String line) {
        return ui(() -> text.getText().indexOf(line)) + line.length();
    }

    private static int lineOf(String part) {
        return text.getLineAtOffset(text.getText().indexOf(part));
    }

    @Test
    @Order(5)
    void aMistakeIsMarkedWhileItIsTyped() {
        ui(() -> {
            text.setCaretOffset(text.getText().indexOf(EXPECTATION));
            return null;
        });
        type(text, "    expect cputime(nobody) == 20us\n");
        int line = ui(() -> lineOf("nobody")) + 1;
        List<String> problems = await("the marker", () -> Seen.problems(file), it -> it.size() == 1);
        assertTrue(problems.get(0).startsWith(line + ": "), problems::toString);
        await(
                "the annotation",
                () -> Seen.annotations(viewer, "org.eclipse.ui.workbench.texteditor.error"),
                it -> it.size() == 1);
        await("no results of the text before", () -> Seen.minings(viewer), Map::isEmpty);
        assertTrue(editor.isDirty());
        ui(() -> editor.getSite().getPage().showView("org.eclipse.ui.views.ProblemView"));
        Ui.screenshot("2-mistake");
    }

    @Test
    @Order(6)
    void proposalsAreThoseOfTheLanguage() {
        ui(() -> {
            text.setSelection(text.getText().indexOf("nobody"), text.getText().indexOf("nobody") + "nobody".length());
            editor.getSite().getPage().activate(editor);
            return null;
        });
        type(text, "n");
        propose();
        List<String> rows = await("the proposals", () -> Seen.popupRows(text), it -> !it.isEmpty());
        assertEquals(List.of("nic - interrupt thread, cpu 0, priority 28"), rows);
        Ui.sleep(300);
        type(text, "\n");
        await(
                "the proposal in the text",
                () -> text.getText(),
                it -> it.contains("expect cputime(nic) == 20us\n    expect"));
        ui(() -> {
            int end = text.getText().indexOf("at INT_MED") + "at ".length();
            text.setSelection(end, end + "INT_MED".length());
            return null;
        });
        type(text, "I");
        propose();
        await("the priorities", () -> Seen.popupRows(text), it -> it.contains("INT_HIGH - TDPRI_INT_HIGH = 29"));
        Ui.screenshot("3-proposals");
        type(text, "\u001b");
        await("the end of the proposals", () -> Seen.popupRows(text), List::isEmpty);
        // Not typed: that would bring the proposals back, and no hover shows beside them.
        ui(() -> {
            text.replaceTextRange(text.getText().indexOf("at I {") + "at ".length(), 1, "INT_MED");
            return null;
        });
        await("no problem", () -> Seen.problems(file), List::isEmpty);
    }

    private static void propose() {
        ui(() -> {
            ((ITextOperationTarget) viewer).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
            return null;
        });
    }

    @Test
    @Order(7)
    void aHoverExplainsAWord() {
        ui(() -> {
            editor.doSave(new NullProgressMonitor());
            return null;
        });
        Ui.sleep(500);
        int word = ui(() -> text.getText().indexOf("            yield")) + "            y".length();
        String explained = new Hover().getHoverInfo(viewer, new Region(word, 0));
        assertTrue(explained.contains("lwkt_yield()"), explained);
        Ui.hover(text, word);
        await("the hover", () -> Seen.popupTexts(text), it -> it.contains("lwkt_yield()"));
        Ui.screenshot("4-hover");
    }

    @Test
    @Order(8)
    void theProjectExplorerOffersToRunTheFile() {
        List<String> offered = ui(() -> {
            var explorer = editor.getSite().getPage().showView("org.eclipse.ui.navigator.ProjectExplorer");
            ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(file));
            Tree tree = (Tree) explorer.getAdapter(CommonViewer.class).getControl();
            Menu menu = tree.getMenu();
            menu.notifyListeners(SWT.Show, new Event());
            Menu runAs = item(menu, "Run As").getMenu();
            runAs.notifyListeners(SWT.Show, new Event());
            List<String> items =
                    Arrays.stream(runAs.getItems()).map(MenuItem::getText).toList();
            menu.notifyListeners(SWT.Hide, new Event());
            return items;
        });
        assertTrue(offered.stream().anyMatch(it -> it.contains("LWKT Scenario")), offered::toString);
    }

    private static MenuItem item(Menu menu, String text) {
        return Arrays.stream(menu.getItems())
                .filter(it -> it.getText().replace("&", "").startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no menu item " + text));
    }
}
