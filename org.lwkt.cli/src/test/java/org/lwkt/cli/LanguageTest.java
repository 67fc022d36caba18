// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the real language. */
class LanguageTest {
    private static final String PREEMPTION = """
            machine smp2 {
                cpus 2
                ipi latency 2us
            }

            scenario "an interrupt preempts a daemon" on smp2 {
                thread pageout on cpu 0 at KERN_DAEMON {
                    repeat 10 { run 5ms yield }
                }
                interrupt thread nic on cpu 0 at INT_MED {
                    forever { wait run 20us }
                }
                at 12ms interrupt nic

                expect nic preempts pageout
                expect cputime(pageout) == 50ms
            }
            """;

    /** Making one takes longer than all that it then does here. */
    private static final Language LANGUAGE = new XtextLanguage();

    @TempDir
    Path directory;

    private static Call lwkt(Object... arguments) {
        return new Call().language(() -> LANGUAGE).lwkt(arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void theSeedAndTheOrderCanBeSetAndDecideWhatHappens() throws IOException {
        Path file = file("a.lwkt", """
                machine two { cpus 2 seed 1 }
                scenario "s" on two {
                    channel c
                    thread a on cpu 0 { repeat 20 { run uniform(1us, 9us) wakeup c } }
                    thread b on cpu 1 { repeat 20 { run uniform(1us, 9us) wakeup c } }
                    expect quiescent
                }
                """);
        String seed1 = digest(lwkt("run", file));

        assertEquals(seed1, digest(lwkt("run", "--seed", "1", file)));
        assertNotEquals(seed1, digest(lwkt("run", "--seed", "2", file)));
        assertEquals(seed1, digest(lwkt("run", "--order", "fixed", file)));
        assertEquals(
                digest(lwkt("run", "--order", "random", file)),
                digest(lwkt("run", "--seed", "1", "--order", "random", file)));
        assertEquals(
                "lwkt: --seed takes a number from 0 to 9223372036854775807: '-1'\nTry 'lwkt run --help'.\n",
                lwkt("run", "--seed", "-1", file).err());
        assertEquals(
                "lwkt: --order is fixed or random: 'any'\nTry 'lwkt run --help'.\n",
                lwkt("run", "--order", "any", file).err());
    }

    private static String digest(Call call) {
        Matcher digest = Pattern.compile("digest ([0-9a-f]{32})").matcher(call.out());
        assertTrue(digest.find(), call.out() + call.err());
        return digest.group(1);
    }

    @Test
    void aRunMayEndAsSoonAsAllIsDecided() throws IOException {
        Path file = file("a.lwkt", """
                scenario "s" {
                    thread t { forever { run 1ms } }
                    expect start(t) before 5ms
                }
                """);

        assertTrue(
                lwkt("run", file).out().contains("ended at 10s: horizon"),
                lwkt("run", file).out());
        Call stopped = lwkt("run", "--stop-when-decided", file);
        assertTrue(stopped.out().contains("ended at 0s: "), stopped.out());
        assertEquals(0, stopped.status());
    }

    @Test
    void theExamplesAreLaidOutAsTheReadmeSays() {
        Call call = lwkt("format", "--check", "../examples");

        assertEquals("", call.out());
        assertEquals(0, call.status());
    }

    @Test
    void aFileRuns() throws IOException {
        Path file = file("preemption.lwkt", PREEMPTION);

        Call call = lwkt("run", file);

        assertTrue(call.out().startsWith("HELD  scenario \"an interrupt preempts a daemon\"\n"), call.out());
        assertTrue(call.out().contains("ended at 50.02ms: quiescent"), call.out());
        assertEquals("", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void importsAreRelativeToTheirFileWhereverTheToolIsCalled() throws IOException {
        Files.createDirectories(directory.resolve("lib/org/acme"));
        file("lib/org/acme/more.lwkt", "token more\n");
        file("lib/tokens.lwkt", "token vm\n");
        Path file = file("a.lwkt", """
                import "lib/tokens.lwkt"
                import "classpath:/org/acme/more.lwkt"
                scenario "s" { thread t { with token vm { with token more { run 1ms } } } }
                """);

        Call call = new Call()
                .language(XtextLanguage::new)
                .lwkt("run", "--class-path", directory.resolve("lib"), directory);

        assertEquals(0, call.status(), call.err());
        assertEquals("", call.err());
        Call without = lwkt("check", file);
        assertEquals(2, without.status());
        assertEquals(
                file + ":2:8: error: there is no such file on the class path\n"
                        + "lwkt: 1 file checked, 1 error, 0 warnings\n",
                without.err());
        assertEquals(3, lwkt("check", "--class-path", "nowhere", file).status());
    }

    @Test
    void warningsMatterAsMuchAsTheCommandLineSays() throws IOException {
        Path file = file("a.lwkt", "scenario \"s\" { thread t { repeat 0 { run 1ms } exit run 1ms } }\n");

        assertEquals(0, severities("check", file).status());
        assertEquals(2, severities("check", "--warnings-as-errors", file).status());
        assertEquals(
                0,
                severities("run", "--severity", "no-turns=info", "--severity", "unreachable=ignore", file)
                        .status());
        Call call = severities("check", "--warnings-as-errors", "--severity", "no-turns=ignore", file);
        assertEquals(
                file + ":1:53: error: this is never reached: the statement in line 1 does not come to an end\n"
                        + "lwkt: 1 file checked, 1 error, 0 warnings\n",
                call.err());
    }

    @Test
    void whatIsNoWarningIsAMistakeOfTheCommandLine() throws IOException {
        Path file = file("a.lwkt", "scenario \"s\" { thread t { } }\n");

        Call code = severities("check", "--severity", "unreachabel=error", file);
        assertEquals(3, code.status());
        assertTrue(
                code.err().contains("no warning has the code 'unreachabel'; did you mean 'unreachable'?"), code.err());
        Call level = severities("check", "--severity", "unreachable=errors", file);
        assertEquals(3, level.status());
        assertTrue(level.err().contains("and not 'errors'; did you mean 'error'?"), level.err());
        assertEquals(3, severities("check", "--severity", "syntax=ignore", file).status());
        assertEquals(3, severities("check", "--severity", "unreachable", file).status());
    }

    /** In a language of its own: it keeps what it is told. */
    private static Call severities(Object... arguments) {
        return new Call().language(XtextLanguage::new).lwkt(arguments);
    }

    @Test
    void standardInputImportsFromTheWorkingDirectory() {
        Call call = new Call()
                .language(() -> LANGUAGE)
                .in("import \"src/none.lwkt\"\nscenario \"s\" { thread t { } }")
                .lwkt("check", "-");

        assertEquals(
                "(standard input):1:8: error: there is no such file\nlwkt: 1 file checked, 1 error, 0 warnings\n",
                call.err());
    }

    @Test
    void twentyRunsPrintTheSame() throws IOException {
        Path file = file("preemption.lwkt", PREEMPTION);
        String first = lwkt("run", file).out();

        for (int run = 1; run < 20; run++) {
            assertEquals(first, lwkt("run", file).out());
        }
    }

    @Test
    void aFailedExpectationShowsExpectedActualTimeAndLine() throws IOException {
        Path file = file("preemption.lwkt", PREEMPTION.replace("== 50ms", "== 60ms"));

        Call call = lwkt("run", file);

        assertTrue(call.out().contains("FAILED     cputime(pageout) == 60ms\n"), call.out());
        assertTrue(call.out().contains("expected  cputime(pageout) == 60ms\n"), call.out());
        assertTrue(call.out().contains("actual    50ms\n"), call.out());
        assertTrue(call.out().contains("at        50.02ms"), call.out());
        assertTrue(call.out().contains("line      " + file + ":16:"), call.out());
        assertEquals(1, call.status());
    }

    @Test
    void threeMistakesAreThreeDiagnostics() throws IOException {
        Path file = file(
                "wrong.lwkt",
                PREEMPTION
                        .replace("cpus 2", "cpus 2000")
                        .replace("run 20us", "run 20")
                        .replace("nic preempts", "nik preempts"));

        for (String command : new String[] {"run", "check"}) {
            Call call = lwkt(command, file);

            String[] errors = call.err()
                    .lines()
                    .filter(line -> line.startsWith(file + ":"))
                    .toArray(String[]::new);
            assertEquals(3, errors.length, call.err());
            assertTrue(errors[0].startsWith(file + ":2:10: error: "), errors[0]);
            assertTrue(errors[1].startsWith(file + ":11:28: error: "), errors[1]);
            assertTrue(errors[2].startsWith(file + ":15:12: error: "), errors[2]);
            assertEquals("", call.out());
            assertEquals(2, call.status());
        }
    }

    @Test
    void tenMegabytesOfRandomBytesAreOneDiagnostic() throws IOException {
        byte[] bytes = new byte[10_000_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(directory.resolve("random.lwkt"), bytes);

        Call call = lwkt("run", file);

        assertEquals(1, call.err().lines().count(), call.err());
        assertTrue(call.err().startsWith(file + ":1:"), call.err());
        assertTrue(call.err().contains(": error: "), call.err());
        assertEquals(2, call.status());
    }

    @Test
    void twentyThousandNestedBlocksAreADiagnostic() throws IOException {
        Path file = file(
                "nested.lwkt",
                "scenario \"n\" { thread t { " + "repeat 2 { ".repeat(20_000) + "run 1ms" + " }".repeat(20_000)
                        + " } }");

        Call call = lwkt("run", file);

        assertTrue(call.err().contains(file + ":1:"), call.err());
        assertTrue(call.err().lines().allMatch(line -> line.contains(": error: ")), call.err());
        assertEquals(2, call.status());
    }

    @Test
    void anEmptyFileHoldsNoScenario() throws IOException {
        Path file = file("empty.lwkt", "");

        Call call = lwkt("run", file);

        assertTrue(call.err().endsWith(file + ": error: holds no scenario to run\n"), call.err());
        assertEquals(2, call.status());
    }

    @Test
    void theNamesOfAUserAreKeptInUtf8() throws IOException {
        Path file = file("n.lwkt", "scenario \"d\u00e9mo \u4e2d\u6587\" { thread t { run 1ms } }");

        Call call = lwkt("run", file);

        assertTrue(call.out().startsWith("HELD  scenario \"d\u00e9mo \u4e2d\u6587\"\n"), call.out() + call.err());
    }

    @Test
    void generatedJavaCompiles() throws IOException {
        Path file = file("preemption.lwkt", PREEMPTION);
        Path output = directory.resolve("out");

        Call call = lwkt("compile", "-d", output, "--package", "org.demo", file);

        assertEquals(0, call.status());
        String java = call.out().strip();
        assertTrue(java.startsWith(output + "/org/demo/") && java.endsWith(".java"), java);
        assertTrue(Files.readString(Path.of(java)).contains("package org.demo;"));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        messages,
                        messages,
                        "-d",
                        directory.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xlint:all",
                        "-proc:none",
                        java);
        assertEquals(0, status, messages.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileWithErrorsCompilesToNothing() throws IOException {
        Path output = directory.resolve("out");

        Call call = lwkt("compile", "-d", output, file("wrong.lwkt", PREEMPTION.replace("run 20us", "run 20")));

        assertEquals(2, call.status());
        assertTrue(Files.notExists(output));
    }
}
