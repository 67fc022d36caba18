// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class MainTest {
    @TempDir
    Path directory;

    /** A command that does what a test needs. */
    private record Doing(java.util.function.Consumer<Session> work) implements Subcommand {
        @Override
        public String name() {
            return "do";
        }

        @Override
        public CommandSpec grammar() {
            return CommandSpec.create().name("do");
        }

        @Override
        public void run(ParseResult arguments, Session session) {
            work.accept(session);
        }
    }

    @Test
    void withoutArgumentsShowsHowItIsUsed() {
        Call call = new Call().lwkt();

        assertTrue(call.err().startsWith("lwkt: no command is given\nUsage: lwkt "), call.err());
        assertEquals("", call.out());
        assertEquals(3, call.status());
    }

    @Test
    void helpIsAResult() {
        for (Subcommand command : Main.commands()) {
            Call call = new Call().lwkt(command.name(), "--help");

            assertTrue(call.out().startsWith("Usage: lwkt " + command.name()), call.out());
            assertTrue(call.out().contains("  70  a defect of lwkt itself"), call.out());
            assertEquals("", call.err());
            assertEquals(0, call.status());
        }
        Call call = new Call().lwkt("--help");
        assertTrue(call.out().startsWith("Usage: lwkt [-hV] COMMAND"), call.out());
        assertEquals(0, call.status());
    }

    @Test
    void noHelpLineIsWiderThanAHundredColumns() {
        for (Subcommand command : Main.commands()) {
            String help = new Call().lwkt(command.name(), "--help").out();
            assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
        }
    }

    @Test
    void versionIsTheOneOfTheBuild() {
        Call call = new Call().lwkt("--version");

        assertTrue(call.out().matches("lwkt [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n"), call.out());
        assertEquals(0, call.status());
    }

    @Test
    void anUnknownCommandIsWrongUsageAndNearOnesAreNamed() {
        Call call = new Call().lwkt("confrom", "x");

        assertEquals("lwkt: there is no command 'confrom'; did you mean 'conform'?\nTry 'lwkt --help'.\n", call.err());
        assertEquals(3, call.status());
    }

    @Test
    void aForgottenRunIsGuessed() {
        Call call = new Call().lwkt("a.lwkt");

        assertTrue(call.err().contains("did you mean 'lwkt run a.lwkt'?"), call.err());
        assertEquals(3, call.status());
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        Call call = new Call().lwkt("conform", "--prnt", "x");

        assertTrue(call.err().startsWith("lwkt: Unknown option: '--prnt'"), call.err());
        assertTrue(call.err().endsWith("Try 'lwkt conform --help'.\n"), call.err());
        assertEquals(3, call.status());
    }

    @Test
    void ofSeveralStatusesTheWorstCounts() {
        List<ExitStatus> order = List.of(
                ExitStatus.HELD,
                ExitStatus.FAILED,
                ExitStatus.STOPPED,
                ExitStatus.BAD_INPUT,
                ExitStatus.USAGE,
                ExitStatus.DEFECT);
        assertEquals(
                List.of(0, 1, 4, 2, 3, 70), order.stream().map(ExitStatus::code).toList());
        for (int worse = 0; worse < order.size(); worse++) {
            for (int better = 0; better <= worse; better++) {
                ExitStatus a = order.get(worse);
                ExitStatus b = order.get(better);
                Call call = new Call().commands(new Doing(session -> {
                    session.verdict().add(a);
                    session.verdict().add(b);
                    session.verdict().add(a);
                    session.verdict().add(b);
                }));
                assertEquals(a.code(), call.lwkt("do").status());
            }
        }
    }

    @Test
    void aDefectLeavesAReport() throws IOException {
        Call call = new Call().defectDirectory(directory).commands(new Doing(session -> {
            session.console().println("half a result");
            throw new IllegalStateException("gone wrong");
        }));

        call.lwkt("do", "--");

        assertEquals(70, call.status());
        assertEquals("half a result\n", call.out());
        try (var files = Files.list(directory)) {
            Path file = files.findFirst().orElseThrow();
            assertTrue(call.err().contains("lwkt: please report it with this file: " + file + "\n"), call.err());
            assertFalse(call.err().contains("\tat "), call.err());
            String report = Files.readString(file);
            assertTrue(report.startsWith("lwkt " + Version.text() + "\nJava "), report);
            assertTrue(report.contains("arguments:\n  do\n  --\n"), report);
            assertTrue(report.contains("java.lang.IllegalStateException: gone wrong\n\tat "), report);
        }
    }

    @Test
    void aDefectWhoseReportCannotBeWrittenIsPrinted() {
        Call call = new Call().defectDirectory(directory.resolve("gone")).commands(new Doing(session -> {
            throw new StackOverflowError();
        }));

        call.lwkt("do");

        assertEquals(70, call.status());
        assertTrue(call.err().contains("java.lang.StackOverflowError\n"), call.err());
        assertTrue(call.err().contains("arguments:\n  do\n"), call.err());
    }

    /** Takes nothing and fails as the system does. */
    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int data) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void aReaderThatHasSeenEnoughEndsTheCommandQuietly() {
        Call call = new Call().outTo(failing("Broken pipe")).commands(new Doing(session -> {
            session.verdict().add(ExitStatus.FAILED);
            session.console().println("x");
            session.console().flush();
            session.verdict().add(ExitStatus.BAD_INPUT);
        }));

        call.lwkt("do");

        assertEquals("", call.err());
        assertEquals(1, call.status());
    }

    @Test
    void outputThatCannotBeWrittenIsSaid() {
        Call call = new Call().outTo(failing("No space left on device"));

        call.lwkt("--version");

        assertEquals("lwkt: the output cannot be written: No space left on device\n", call.err());
        assertEquals(2, call.status());
    }
}
