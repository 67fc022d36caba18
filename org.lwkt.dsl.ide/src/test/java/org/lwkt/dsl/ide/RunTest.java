// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwkt.dsl.ide.run.RunOutcome;

final class RunTest {
    private static final String TEXT = """
            scenario "held" {
                thread pageout { repeat 10 { run 5ms yield } }
                interrupt thread nic { forever { wait run 20us } }
                at 12ms interrupt nic
                every 10ms from 20ms until 50ms interrupt nic
                expect nic preempts pageout
                expect cputime(pageout) == 50ms
            }
            scenario "failed" {
                thread a { run 3ms }
                interrupt thread late { wait }
                at 2s interrupt late
                expect cputime(a) == 4ms
                expect end(a) before start(late)
                expect start(late) before end(a)
            }
            """;
    /** Some 100,000,000 steps. */
    private static final String LONG = """
            machine m { horizon 1000s }
            scenario "long" on m { thread a { forever { run 10us yield } } }
            """;

    @TempDir
    Path folder;

    @Test
    void whatARunFoundStandsAtTheEndsOfItsLines() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            editor.diagnostics(0);
            assertEquals("", editor.hints());
            RunOutcome outcome = editor.run(editor.id.getUri());
            assertTrue(outcome.ran());
            assertFalse(outcome.held());
            assertTrue(outcome.text().contains("2 scenarios, 1 held, 1 failed"), outcome.text());
            editor.awaitRefresh();
            assertEquals("""
                    scenario "held" { -> \u2713 2 of 2 held, quiescent at 50.08ms
                    thread pageout { repeat 10 { run 5ms yield } } -> ran 50ms, 5 switches, preempted 4 times
                    interrupt thread nic { forever { wait run 20us } } -> ran 80us, 4 switches
                    at 12ms interrupt nic -> fired at 12ms
                    every 10ms from 20ms until 50ms interrupt nic -> fired 3 times, first at 20ms
                    expect nic preempts pageout -> \u2713 at 12ms, the first of 4 times
                    expect cputime(pageout) == 50ms -> \u2713 50ms
                    scenario "failed" { -> \u2717 1 of 3 held, quiescent at 2s
                    thread a { run 3ms } -> ran 3ms, 1 switch
                    interrupt thread late { wait } -> ran 0s, 1 switch
                    at 2s interrupt late -> fired at 2s
                    expect cputime(a) == 4ms -> \u2717 3ms
                    expect end(a) before start(late) -> \u2713 end(a) at 3ms, start(late) at 2s
                    expect start(late) before end(a) -> \u2717 start(late) at 2s, end(a) at 3ms
                    """, editor.hints());
        }
    }

    @Test
    void oneScenarioRunsByItselfAndTheResultsOfTheOthersStay() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            assertTrue(editor.run(editor.id.getUri(), "held").held());
            String held = editor.hints();
            assertFalse(editor.run(editor.id.getUri(), "failed").held());
            assertTrue(editor.hints().startsWith(held));
            assertTrue(editor.hints().length() > held.length());
        }
    }

    @Test
    void theLensOfAScenarioCarriesTheCommandThatRunsIt() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            var lenses = Editor.await(editor.server.codeLens(new CodeLensParams(editor.id)));
            assertEquals(2, lenses.size());
            assertEquals(0, lenses.get(0).getRange().getStart().getLine());
            assertEquals("Run", lenses.get(1).getCommand().getTitle());
            assertEquals(
                    List.of(editor.id.getUri(), "failed"),
                    lenses.get(1).getCommand().getArguments());
            assertTrue(editor.run(lenses.get(0).getCommand().getArguments().toArray())
                    .held());
        }
    }

    @Test
    void anEditHidesTheResultsOfTheTextBeforeIt() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            editor.run(editor.id.getUri());
            String found = editor.hints();
            editor.replace("run 3ms", "run 4ms");
            assertEquals("", editor.hints());
            editor.replace("run 4ms", "run 3ms");
            assertEquals(found, editor.hints());
        }
    }

    @Test
    void aFileWithAnErrorIsNotRun() throws Exception {
        try (Editor editor = new Editor(folder, TEXT.replace("repeat 10", "repeat"))) {
            RunOutcome outcome = editor.run(editor.id.getUri());
            assertFalse(outcome.ran());
            assertTrue(outcome.text().startsWith("a.lwkt:2:"), outcome.text());
        }
    }

    @Test
    void aScenarioThatIsNotThereIsNotRun() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            assertEquals(
                    new RunOutcome(false, false, "a.lwkt: there is no scenario \"other\"\n"),
                    editor.run(editor.id.getUri(), "other"));
        }
    }

    @Test
    void aRunDoesNotHoldUpTheServerAndItsAnswerCancelsIt() throws Exception {
        try (Editor editor = new Editor(folder, LONG)) {
            editor.diagnostics(0);
            CompletableFuture<Object> running = editor.begin(editor.id.getUri());
            editor.replace("10us", "10");
            editor.diagnostics(1);
            assertFalse(running.isDone());
            running.cancel(true);
            assertThrows(CancellationException.class, running::get);
            assertEquals("", editor.hints());
        }
    }

    @Test
    void theEditorHearsOfTheProgressAndCancelsByIt() throws Exception {
        try (Editor editor = new Editor(folder, LONG)) {
            ExecuteCommandParams params = new ExecuteCommandParams("lwkt.run", List.of(editor.id.getUri()));
            params.setWorkDoneToken(Editor.token("mine"));
            CompletableFuture<Object> running = editor.server.executeCommand(params);
            editor.server.cancelProgress(new WorkDoneProgressCancelParams(Editor.token("mine")));
            assertThrows(CancellationException.class, running::get);
            editor.replace(LONG, TEXT);
            params.setWorkDoneToken(Editor.token("second"));
            Editor.await(editor.server.executeCommand(params));
            assertEquals(
                    List.of("second begin", "second report", "second report", "second end"),
                    editor.progress.stream()
                            .filter(it -> it.startsWith("second"))
                            .toList());
        }
    }

    @Test
    void wrongArgumentsAreRefused() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            assertThrows(ExecutionException.class, () -> editor.begin().get());
            assertThrows(
                    ExecutionException.class,
                    () -> editor.server
                            .executeCommand(new ExecuteCommandParams("other", List.of()))
                            .get());
        }
    }

    @Test
    void nothingIsWrittenIntoTheFolder() throws Exception {
        try (Editor editor = new Editor(folder, TEXT)) {
            editor.diagnostics(0);
            editor.run(editor.id.getUri());
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
