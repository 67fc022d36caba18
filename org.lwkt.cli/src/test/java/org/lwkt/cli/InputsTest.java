// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwkt.report.text.TextStyle;

class InputsTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(InputStream.nullInputStream(), new ByteArrayOutputStream(), err, TextStyle.PLAIN, false);
    private final Verdict verdict = new Verdict();

    private List<String> names(Object... arguments) {
        List<String> words =
                java.util.Arrays.stream(arguments).map(Object::toString).toList();
        return Inputs.resolve(words, ".lwkt", console, verdict).stream()
                .map(input -> input.name().replace(directory + "/", ""))
                .toList();
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    @Test
    void aDirectoryStandsForItsFilesInTheOrderOfTheirNames() throws IOException {
        files("b.lwkt", "a/z.lwkt", "a/y.lwkt", "c.txt", ".hidden/h.lwkt");
        Files.createDirectory(directory.resolve("directory.lwkt"));

        assertEquals(List.of("a/y.lwkt", "a/z.lwkt", "b.lwkt"), names(directory));
        assertEquals("", err());
    }

    @Test
    void aFileThatIsNamedMayHaveAnyEnding() throws IOException {
        files("notes.txt");

        assertEquals(List.of("notes.txt"), names(directory.resolve("notes.txt")));
    }

    @Test
    void aPatternThatTheShellLeftIsExpanded() throws IOException {
        files("a1.lwkt", "a2.lwkt", "b1.lwkt", "sub/a3.lwkt");

        assertEquals(List.of("a1.lwkt", "a2.lwkt"), names(directory + "/a*.lwkt"));
        assertEquals(List.of("sub/a3.lwkt"), names(directory + "/**/a*.lwkt"));
        assertEquals(List.of("a1.lwkt", "b1.lwkt"), names(directory + "/{a,b}1.lwkt"));
    }

    @Test
    void aFileWhoseNameIsAPatternIsTheFile() throws IOException {
        files("a[1].lwkt", "a1.lwkt");

        assertEquals(List.of("a[1].lwkt"), names(directory + "/a[1].lwkt"));
    }

    @Test
    void everyFileIsTakenOnce() throws IOException {
        files("a.lwkt", "b.lwkt");
        Path a = directory.resolve("a.lwkt");

        assertEquals(List.of("a.lwkt", "b.lwkt"), names(a, directory, a, directory.resolve("./b.lwkt")));
        assertEquals("lwkt: '" + a + "' is given twice and taken once\n", err());
        assertEquals(ExitStatus.HELD, verdict.status());
    }

    @Test
    void linksAreFollowedButNotInACircle() throws IOException {
        files("real/a.lwkt");
        Files.createSymbolicLink(directory.resolve("real/loop"), directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("real/dangling.lwkt"), directory.resolve("nowhere"));

        assertEquals(List.of("link/a.lwkt"), names(directory.resolve("link")));
        assertEquals("", err());
    }

    @Test
    void whatIsNotThereIsSaidAndTheRestGoesOn() throws IOException {
        files("a.lwkt", "empty/readme.txt");

        List<String> names = names(
                directory.resolve("gone.lwkt"),
                directory.resolve("empty"),
                directory + "/x*.lwkt",
                directory + "/nowhere/*.lwkt",
                directory.resolve("a.lwkt"));

        assertEquals(List.of("a.lwkt"), names);
        assertEquals("""
                D/gone.lwkt: error: no such file or directory
                D/empty: error: no .lwkt file in this directory
                D/x*.lwkt: error: no file matches this pattern
                D/nowhere/*.lwkt: error: no file matches this pattern
                """, err().replace(directory.toString(), "D"));
        assertEquals(ExitStatus.BAD_INPUT, verdict.status());
    }

    @Test
    void namesInMessagesCannotSteerTheTerminal() {
        names("gone\u001b]2;J");

        assertEquals("gone?]2;J: error: no such file or directory\n", err());
    }

    @Test
    void noArgumentIsWrongUsage() {
        assertThrows(UsageException.class, this::names);
    }

    @Test
    void whatHasNoEndInSightIsRefused() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.isReadable(endless));

        InputException problem = assertThrows(InputException.class, () -> new Input("zero", endless).read(console));

        assertEquals("zero: error: is larger than 64 MiB", problem.getMessage());
    }

    @Test
    void aFileThatMayNotBeReadIsSaid() throws IOException {
        files("secret.lwkt");
        Path secret = directory.resolve("secret.lwkt");
        assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "the super user reads everything");

        InputException problem =
                assertThrows(InputException.class, () -> new Input("secret.lwkt", secret).read(console));

        assertEquals("secret.lwkt: error: cannot be read: permission denied", problem.getMessage());
    }

    @Test
    void aFileThatFailsWhileItIsReadIsSaid() {
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(memory));

        InputException problem = assertThrows(InputException.class, () -> new Input("mem", memory).read(console));

        assertTrue(problem.getMessage().startsWith("mem: error: cannot be read: "), problem.getMessage());
    }
}
