// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
    @TempDir
    Path directory;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines));
    }

    private static Call lwkt(Object... arguments) {
        return new Call().language(FakeLanguage::new).lwkt(arguments);
    }

    private List<String> written(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesOneFilePerScenarioAndPrintsTheirNames() throws IOException {
        Path output = directory.resolve("out/deep");

        Call call = lwkt("compile", "-d", output, "--package", "org.demo", file("a.lwkt", "held A", "held B"));

        assertEquals(List.of("org/demo/A.java", "org/demo/B.java"), written(output));
        assertEquals("class A {}\n", Files.readString(output.resolve("org/demo/A.java")));
        assertEquals(output + "/org/demo/A.java\n" + output + "/org/demo/B.java\n", call.out());
        assertEquals("lwkt: 2 files written, 0 unchanged\n", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void generatesTestsWhereTheyAreAskedFor() throws IOException {
        Path output = directory.resolve("out");

        Call call = lwkt("compile", "-d", output, "--junit", file("a.lwkt", "held A"));

        assertEquals(List.of("ATest.java"), written(output));
        assertEquals(0, call.status());
    }

    @Test
    void leavesWhatIsRightAlready() throws IOException {
        Path output = directory.resolve("out");
        Path source = file("a.lwkt", "held A", "held B");
        lwkt("compile", "-d", output, source);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(output.resolve("A.java"), old);
        Files.writeString(output.resolve("B.java"), "class B { /* edited */ }");

        Call call = lwkt("compile", "-d", output, source);

        assertEquals(old, Files.getLastModifiedTime(output.resolve("A.java")));
        assertEquals("class B {}\n", Files.readString(output.resolve("B.java")));
        assertEquals(output + "/B.java\n", call.out());
        assertEquals("lwkt: 1 file written, 1 unchanged\n", call.err());
    }

    @Test
    void aFileWithErrorsGeneratesNothingAndTheOthersDo() throws IOException {
        Path output = directory.resolve("out");
        file("bad.lwkt", "held A", "error wrong");
        file("good.lwkt", "held B");

        Call call = lwkt("compile", "-d", output, directory);

        assertEquals(List.of("B.java"), written(output));
        assertTrue(call.err().startsWith(directory + "/bad.lwkt:2:1: error: wrong\n"), call.err());
        assertEquals(2, call.status());
    }

    @Test
    void twoFilesMustNotGenerateTheSameClass() throws IOException {
        Path output = directory.resolve("out");
        Path first = file("a.lwkt", "held Same");
        Path second = file("b.lwkt", "held Other", "held Same");

        Call call = lwkt("compile", "-d", output, first, second);

        assertEquals(List.of("Same.java"), written(output));
        assertEquals(
                second + ": error: generates Same.java, and so does " + first + "\nlwkt: 1 file written, 0 unchanged\n",
                call.err());
        assertEquals(2, call.status());
    }

    @Test
    void anOutputDirectoryThatIsAFileIsSaid() throws IOException {
        Path output = file("out", "");

        Call call = lwkt("compile", "-d", output, file("a.lwkt", "held A"));

        assertTrue(call.err().startsWith(output + "/A.java: error: cannot be written: "), call.err());
        assertEquals(2, call.status());
    }

    @Test
    void aDirectoryInTheWayOfAFileIsSaidAndNoDraftIsLeft() throws IOException {
        Path output = directory.resolve("out");
        Files.createDirectories(output.resolve("A.java/full"));

        Call call = lwkt("compile", "-d", output, file("a.lwkt", "held A"));

        assertTrue(call.err().startsWith(output + "/A.java: error: cannot be written: "), call.err());
        assertEquals(List.of(), written(output));
        assertEquals(2, call.status());
    }

    @Test
    void theOutputDirectoryMustBeGiven() throws IOException {
        Call call = lwkt("compile", file("a.lwkt", "held A"));

        assertTrue(call.err().startsWith("lwkt: Missing required option: '-d=DIRECTORY'"), call.err());
        assertEquals(3, call.status());
    }

    @Test
    void aPackageThatIsNoneIsWrongUsage() throws IOException {
        Path output = directory.resolve("out");

        Call call = lwkt("compile", "-d", output, "--package", "a.class", file("a.lwkt", "held A"));

        assertTrue(call.err().startsWith("lwkt: --package must be the name of a Java package: 'a.class'"), call.err());
        assertEquals(3, call.status());
        assertFalse(Files.exists(output));
    }
}
