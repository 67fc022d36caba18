// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios with parameters on the command line. */
final class SweepCommandTest {
    private static final Language LANGUAGE = new XtextLanguage();

    private static final String SWEEP =
            """
            scenario "s" with n in [1, 3], work in [1ms, 10ms] {
                thread t { repeat n { run work } }
                expect cputime(t) <= 10ms
                expect "t, done" is never said
            }
            """.replace("    expect \"t, done\" is never said\n", "    expect switches(t) >= 1\n");

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("a.lwkt"), text);
    }

    private static Call lwkt(Object... arguments) {
        return new Call().language(() -> LANGUAGE).lwkt(arguments);
    }

    @Test
    void theTextIsATableOfAllRuns() throws IOException {
        Path file = file(SWEEP);
        Call call = lwkt("run", file);
        List<String> lines = call.out().lines().map(String::strip).toList();
        assertEquals("FAILED  scenario \"s\": 3 of 4 runs held", lines.get(0));
        assertEquals(file + ":1:10", lines.get(1));
        assertTrue(lines.contains("(1) cputime(t) <= 10ms"), call.out());
        assertTrue(lines.stream().anyMatch(it -> it.matches("4 +3 +10ms +FAILED \\(1\\) +30ms +1 +.*")), call.out());
        assertTrue(
                lines.stream().anyMatch(it -> it.matches("1 +1 +1ms +held +1ms +1 +quiescent at 1ms +[0-9a-f]+")),
                call.out());
        assertEquals("1 scenario, 0 held, 1 failed", lines.getLast());
        assertEquals(1, call.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json"})
    void theOutputDoesNotDependOnTheNumberOfJobs(String format) throws IOException {
        Path file = file("""
                scenario "first" { thread t { run 1ms } }
                scenario "s" with machine.cpus in [1, 2, 4], work in [1ms, 2ms, 3ms], n in [1, 5, 20] {
                    thread t[8] on any cpu { repeat n { run work  yield } }
                    expect fairness(t) >= 0.9
                }
                scenario "last" { thread t { run 1ms } }
                """);
        String one = lwkt("run", "--jobs", 1, "--format", format, file).out();
        for (int jobs : List.of(2, 3, 16)) {
            assertEquals(
                    one, lwkt("run", "--jobs", jobs, "--format", format, file).out());
        }
        assertEquals(one, lwkt("run", "--format", format, file).out());
    }

    @Test
    void csvHasALineForEachRun() throws IOException {
        List<String> lines =
                lwkt("run", "--format", "csv", file(SWEEP)).out().lines().toList();
        assertEquals(5, lines.size());
        assertEquals(
                "scenario,run,n,work,outcome,failed,cputime(t) <= 10ms,switches(t) >= 1,end,end_ns,steps,switches,digest",
                lines.get(0));
        assertTrue(lines.get(1).startsWith("s,1,1,1ms,held,,1ms,1,quiescent,1000000,"), lines.get(1));
        assertTrue(lines.get(4).startsWith("s,4,3,10ms,failed,1,30ms,1,quiescent,30000000,"), lines.get(4));
    }

    @Test
    void jsonHasAnObjectForEachRun() throws IOException {
        Path file = file(SWEEP.replace("\"s\"", "\"a \\\"b\\\"\""));
        String out = lwkt("run", "--format", "json", file).out();
        assertTrue(out.startsWith("{\"version\": 1, \"scenarios\": [{\"name\": \"a \\\"b\\\"\", \"file\": "), out);
        assertTrue(out.contains("\"parameters\": [\"n\", \"work\"]"), out);
        assertTrue(
                out.contains(
                        "{\"run\": 4, \"parameters\": {\"n\": \"3\", \"work\": \"10ms\"}, \"outcome\": \"failed\", \"failed\": [1],"
                                + " \"expectations\": [{\"outcome\": \"failed\", \"actual\": \"30ms\"},"
                                + " {\"outcome\": \"held\", \"actual\": \"1\"}], \"end\": \"quiescent\", \"endNs\": 30000000,"),
                out);
        assertTrue(out.endsWith("]}]}\n"), out);
    }

    @Test
    void theHorizonIsThatOfEachRun() throws IOException {
        Call call = lwkt("run", "--horizon", "5ms", "--format", "csv", file(SWEEP));
        assertTrue(call.out().contains("s,2,1,10ms,held,,5ms,"), call.out());
        assertTrue(call.out().contains(",horizon,5000000,"), call.out());
    }

    @Test
    void whatIsWrongWithACombinationThatTheCheckDidNotLookAtIsRefusedWhenItRuns() throws IOException {
        String values = "0, "
                + String.join(
                        ", ", IntStream.range(2, 19).mapToObj(String::valueOf).toList()) + ", 1";
        Path file = file("machine m { cpus 50 }\nscenario \"s\" on m with a in [" + values + "], b in [" + values
                + "] { thread w on cpu a * b { run 1ms } }");
        Call call = lwkt("run", "--format", "csv", file);
        assertEquals(2, call.status());
        assertTrue(
                call.err()
                        .startsWith(file + ":2:10: error: with a = 3, b = 17 there is no run:"
                                + " thread w: the machine has no cpu 51\n"),
                call.err());
        assertTrue(call.out().contains("\ns,361,1,1,held,"), call.out());
    }

    @Test
    void oneRunIsReportedInFull() throws IOException {
        Path file = file(SWEEP);
        Call call = lwkt("run", "--run", 4, file);
        assertTrue(call.out().startsWith("FAILED  scenario \"s\"\n"), call.out());
        assertTrue(call.out().contains("actual    30ms"), call.out());
        Call beyond = lwkt("run", "--run", 5, file);
        assertEquals(3, beyond.status());
        assertTrue(beyond.err().startsWith("lwkt: scenario \"s\" has 4 runs, and no run 5\n"), beyond.err());
    }

    @Test
    void aVectorIsOfOneRun() throws IOException {
        Call call = lwkt("run", "--vector", directory.resolve("v.txt"), file(SWEEP));
        assertEquals(3, call.status());
        assertTrue(call.err().contains("there are 4 to run"), call.err());
    }

    @Test
    void wordsThatAreNoneAreRefused() throws IOException {
        Path file = file(SWEEP);
        assertEquals(3, lwkt("run", "--jobs", "0", file).status());
        assertEquals(3, lwkt("run", "--jobs", "many", file).status());
        Call call = lwkt("run", "--format", "xml", file);
        assertEquals(3, call.status());
        assertTrue(call.err().startsWith("lwkt: --format is text, csv, json, not 'xml'\n"), call.err());
    }

    @Test
    void javaIsGeneratedForEachRunUpToALimit() throws IOException {
        Path out = directory.resolve("out");
        assertEquals(0, lwkt("compile", "-d", out, file(SWEEP)).status());
        assertTrue(Files.exists(out.resolve("S.java")));
        assertTrue(Files.exists(out.resolve("SRun4.java")));
        String values = String.join(
                ", ", IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        Path many = file("scenario \"many\" with a in [" + values + "], b in [" + values
                + "] { thread t { repeat a { repeat b { run 1ns } } } }");
        Call call = lwkt("compile", "-d", out, many);
        assertEquals(2, call.status());
        assertTrue(
                call.err().contains("scenario \"many\" has 10000 runs: Java is generated for at most 1000"),
                call.err());
    }

    @Test
    void anInterruptionLeavesTheRunsThatThereAre() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Call call = new Call()
                .language(() -> LANGUAGE)
                .cancelled(() -> asked.incrementAndGet() > 3)
                .lwkt("run", "--jobs", 1, file(SWEEP));
        assertEquals(4, call.status(), call.out() + call.err());
        assertTrue(call.err().contains("of \"s\" missing"), call.err());
    }

    @Test
    void resultsComeInOrderHoweverLongTheWorkTakes() {
        List<Integer> taken = new ArrayList<>();
        InOrder.run(
                4,
                200,
                piece -> {
                    for (long spin = 0; piece % 7 == 0 && spin < 100_000; spin++) {
                        Thread.onSpinWait();
                    }
                    return piece * 2;
                },
                () -> false,
                (piece, result) -> {
                    assertEquals(piece * 2, result);
                    taken.add(piece);
                });
        assertEquals(IntStream.range(0, 200).boxed().toList(), taken);
    }
}
