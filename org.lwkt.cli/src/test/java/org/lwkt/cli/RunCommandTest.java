// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    Path directory;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines));
    }

    private static Call lwkt(Object... arguments) {
        return new Call().language(FakeLanguage::new).lwkt(arguments);
    }

    @Test
    void printsWhatHeld() throws IOException {
        Call call = lwkt("run", file("a.lwkt", "held one", "held two"));

        assertTrue(call.out().startsWith("HELD  scenario \"one\"\n"), call.out());
        assertTrue(call.out().contains("\n\nHELD  scenario \"two\"\n"), call.out());
        assertTrue(call.out().endsWith("\n2 scenarios, 2 held, 0 failed\n"), call.out());
        assertEquals("", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void aFailedExpectationIsExplained() throws IOException {
        Path file = file("a.lwkt", "held one", "failed two");

        Call call = lwkt("run", file);

        assertTrue(call.out().contains("FAILED  scenario \"two\"\n  " + file + ":2:1\n"), call.out());
        assertTrue(call.out().contains("expected  cputime(t) == 6ms\n"), call.out());
        assertTrue(call.out().contains("actual    5ms\n"), call.out());
        assertTrue(call.out().contains("line      " + file + ":2:20\n"), call.out());
        assertTrue(call.out().endsWith("\n2 scenarios, 1 held, 1 failed\n"), call.out());
        assertEquals(1, call.status());
    }

    @Test
    void aBudgetEndsARunWithItsOwnStatus() throws IOException {
        Call call = lwkt("run", file("a.lwkt", "failed one", "spins two"));

        assertTrue(call.out().contains("FAILED  scenario \"two\""), call.out());
        assertEquals(4, call.status());
    }

    @Test
    void everyMistakeIsADiagnosticAndTheOtherFilesRun() throws IOException {
        Path bad = file("bad.lwkt", "error one", "error two", "held x", "error three");
        Path good = file("good.lwkt", "held y");

        Call call = lwkt("run", bad, good);

        assertEquals(
                "B:1:1: error: one\nB:2:1: error: two\nB:4:1: error: three\n",
                call.err().replace(bad.toString(), "B"));
        assertTrue(call.out().startsWith("HELD  scenario \"y\""), call.out());
        assertEquals(2, call.status());
    }

    @Test
    void warningsDoNotStopARun() throws IOException {
        Path file = file("a.lwkt", "warning beware", "held x");

        Call call = lwkt("run", file);

        assertEquals(file + ":1:1: warning: beware\n", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void aScenarioIsChosenByItsName() throws IOException {
        Call call = lwkt("run", "--scenario", "two", file("a.lwkt", "failed one", "held two"));

        assertTrue(call.out().startsWith("HELD  scenario \"two\""), call.out());
        assertTrue(call.out().endsWith("\n1 scenario, 1 held, 0 failed\n"), call.out());
        assertEquals(0, call.status());
    }

    @Test
    void aNameThatNoScenarioHasIsWrongUsageAndNearOnesAreNamed() throws IOException {
        Call call = lwkt("run", "--scenario", "preemt", file("a.lwkt", "held preempt", "held other"));

        assertEquals(
                "lwkt: no scenario is called 'preemt'; did you mean 'preempt'?\nTry 'lwkt run --help'.\n", call.err());
        assertEquals("", call.out());
        assertEquals(3, call.status());
    }

    @Test
    void theHorizonCanBeSet() throws IOException {
        Path file = file("a.lwkt", "forever one");

        assertTrue(lwkt("run", "--horizon", "1.5ms", file).out().contains("ended at 1.5ms: horizon reached"));
        Call wrong = lwkt("run", "--horizon", "soon", file);
        assertTrue(wrong.err().startsWith("lwkt: --horizon: expected a time such as 5ms, not 'soon'"), wrong.err());
        assertEquals(3, wrong.status());
    }

    @Test
    void filesWithoutAnyScenarioAreWrongInput() throws IOException {
        Path empty = file("empty.lwkt");

        Call call = lwkt("run", empty);

        assertEquals(empty + ": error: holds no scenario to run\n", call.err());
        assertEquals(2, call.status());
    }

    @Test
    void aFileWithoutScenariosBesideOthersIsFine() throws IOException {
        file("empty.lwkt");
        file("good.lwkt", "held x");

        Call call = lwkt("run", directory);

        assertEquals("", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void readsStandardInput() {
        Call call = new Call().language(FakeLanguage::new).in("failed x").lwkt("run", "-");

        assertTrue(call.out().contains("  (standard input):1:1\n"), call.out());
        assertEquals(1, call.status());
    }

    @Test
    void anInterruptedRunSaysSoAndWhatWasNotRun() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Call call = new Call().language(FakeLanguage::new).cancelled(() -> asked.incrementAndGet() > 1);

        call.lwkt("run", file("a.lwkt", "forever one", "held two"));

        assertTrue(call.out().contains("cancelled, what follows is only the part until then"), call.out());
        assertFalse(call.out().contains("digest"), call.out());
        assertEquals("lwkt: 1 scenario was not run\n", call.err());
        assertEquals(4, call.status());
    }

    @Test
    void aDefectInTheLanguageIsADefect() throws IOException {
        Call call = new Call().defectDirectory(directory).language(FakeLanguage::new);

        call.lwkt("run", file("a.lwkt", "crash"));

        assertTrue(call.err().contains("internal error: java.lang.IllegalStateException: the language crashed"));
        assertEquals(70, call.status());
    }

    @Test
    void aFileOnWhichTheLanguageFailsDoesNotStopTheOthers() throws IOException {
        Path bad = file("a.lwkt", "defect of its own");
        Path good = file("b.lwkt", "held x");
        Call call = new Call().defectDirectory(directory);

        call.language(FakeLanguage::new).lwkt("run", bad, good);

        assertTrue(call.err().contains("a.lwkt:1:1: error: the compiler failed\n"), call.err());
        assertTrue(call.err().contains("java.lang.IllegalStateException: of its own"), call.err());
        assertTrue(call.out().endsWith("\n1 scenario, 1 held, 0 failed\n"), call.out());
        assertEquals(70, call.status());
    }

    @Test
    void checkSaysWhatIsWrongAndRunsNothing() throws IOException {
        Path file = file("a.lwkt", "error one", "warning two", "held x");
        file("b.lwkt", "failed y");

        Call call = lwkt("check", directory);

        assertEquals("", call.out());
        assertEquals(
                "F:1:1: error: one\nF:2:1: warning: two\nlwkt: 2 files checked, 1 error, 1 warning\n",
                call.err().replace(file.toString(), "F"));
        assertEquals(2, call.status());
    }

    @Test
    void checkOfGoodFilesIsContent() throws IOException {
        Call call = lwkt("check", file("a.lwkt", "warning w"), file("b.lwkt"));

        assertTrue(call.err().endsWith("lwkt: 2 files checked, 0 errors, 1 warning\n"), call.err());
        assertEquals(0, call.status());
    }

    @Test
    void aRunIsWrittenAsAVectorThatConformAccepts() throws IOException {
        Path vector = directory.resolve("vectors/one.txt");

        Call call = lwkt("run", "--scenario", "one", "--vector", vector, file("a.lwkt", "held one", "held two"));

        assertEquals("", call.err());
        assertTrue(call.out().endsWith("\n1 scenario, 1 held, 0 failed\n"), call.out());
        assertEquals(0, call.status());
        assertTrue(Files.readString(vector).startsWith("vector one\n"));
        assertEquals(
                "1 vectors, 1 passed, 0 failed\n",
                new Call().lwkt("conform", vector).out());
    }

    @Test
    void aFailedRunIsWrittenAsWell() throws IOException {
        Path vector = directory.resolve("one.txt");

        Call call = lwkt("run", "--vector", vector, file("a.lwkt", "failed one"));

        assertEquals(1, call.status());
        assertTrue(Files.exists(vector));
    }

    @Test
    void aVectorIsOfOneScenario() throws IOException {
        Path vector = directory.resolve("one.txt");

        Call call = lwkt("run", "--vector", vector, file("a.lwkt", "held one", "held two"));

        assertEquals(
                "lwkt: --vector writes one run, and there are 2 to run; --scenario chooses one\n"
                        + "Try 'lwkt run --help'.\n",
                call.err());
        assertEquals("", call.out());
        assertEquals(3, call.status());
        assertFalse(Files.exists(vector));
    }

    @Test
    void aVectorNeedsAFileOfItsOwn() throws IOException {
        Path file = file("a.lwkt", "held one");

        for (Object name : new Object[] {"-", "", file}) {
            Call call = lwkt("run", "--vector", name, file);
            assertTrue(call.err().startsWith("lwkt: --vector "), call.err());
            assertEquals(3, call.status());
        }
        assertEquals("held one", Files.readString(file));
    }

    @Test
    void aRunThatIsNoVectorIsRefusedWithItsPlace() throws IOException {
        Path vector = Files.writeString(directory.resolve("one.txt"), "the old one");
        Path file = file("a.lwkt", "spins one");

        Call call = lwkt("run", "--vector", vector, file);

        assertTrue(call.out().startsWith("FAILED  scenario \"one\""), call.out());
        assertTrue(call.err().startsWith(file + ":1:"), call.err());
        assertTrue(call.err().contains(": error: the run has no end that a vector shows: more than "), call.err());
        assertEquals(2, call.status());
        assertEquals("the old one", Files.readString(vector));
    }

    @Test
    void aVectorThatCannotBeWrittenIsSaidBehindTheResult() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("taken/inner")).getParent();

        Call call = lwkt("run", "--vector", taken, file("a.lwkt", "held one"));

        assertTrue(call.out().startsWith("HELD  scenario \"one\""), call.out());
        assertTrue(call.err().startsWith(taken + ": error: cannot be written: "), call.err());
        assertEquals(2, call.status());
    }
}
