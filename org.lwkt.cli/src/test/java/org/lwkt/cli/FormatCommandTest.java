// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    private static final String UNTIDY = "held a   \nheld b\n";
    private static final String TIDY = "held a\nheld b\n";

    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static Call lwkt(Object... arguments) {
        return new Call().language(FakeLanguage::new).lwkt(arguments);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void formatsInPlaceAndPrintsWhatChanged() throws IOException {
        Path untidy = file("a.lwkt", UNTIDY);
        Path tidy = file("b.lwkt", TIDY);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(tidy, old);

        Call call = lwkt("format", directory);

        assertEquals(TIDY, Files.readString(untidy));
        assertEquals(old, Files.getLastModifiedTime(tidy));
        assertEquals(untidy + "\n", call.out());
        assertEquals("lwkt: 1 file formatted, 1 unchanged\n", call.err());
        assertEquals(0, call.status());
        assertEquals(List.of("a.lwkt", "b.lwkt"), names());
    }

    @Test
    void checkPrintsWhatIsNotFormattedAndChangesNothing() throws IOException {
        Path untidy = file("a.lwkt", UNTIDY);
        file("b.lwkt", TIDY);

        Call call = lwkt("format", "--check", directory);

        assertEquals(UNTIDY, Files.readString(untidy));
        assertEquals(untidy + "\n", call.out());
        assertEquals("lwkt: 1 file to format, 1 formatted already\n", call.err());
        assertEquals(1, call.status());
    }

    @Test
    void checkOfFormattedFilesHolds() throws IOException {
        Call call = lwkt("format", "--check", file("b.lwkt", TIDY));

        assertEquals("", call.out());
        assertEquals(0, call.status());
    }

    @Test
    void standardInputGoesToStandardOutput() {
        Call call = new Call().language(FakeLanguage::new).in(UNTIDY).lwkt("format", "-");

        assertEquals(TIDY, call.out());
        assertEquals(0, call.status());
    }

    @Test
    void checkOfStandardInputNamesIt() {
        Call call = new Call().language(FakeLanguage::new).in(UNTIDY).lwkt("format", "--check", "-");

        assertEquals("(standard input)\n", call.out());
        assertEquals(1, call.status());
    }

    @Test
    void aFileWithSyntaxErrorsStaysAndTheOthersAreFormatted() throws IOException {
        Path wrong = file("a.lwkt", "error wrong   \n");
        Path untidy = file("b.lwkt", UNTIDY);

        Call call = lwkt("format", directory);

        assertEquals("error wrong   \n", Files.readString(wrong));
        assertEquals(TIDY, Files.readString(untidy));
        assertTrue(call.err().startsWith(wrong + ":1:1: error: wrong"), call.err());
        assertEquals(2, call.status());
    }

    @Test
    void aDefectOfTheFormatterLeavesTheFileAsItIs() throws IOException {
        Path file = file("a.lwkt", "defect of mine   \n");

        Call call = new Call()
                .language(FakeLanguage::new)
                .defectDirectory(directory)
                .lwkt("format", file);

        assertEquals("defect of mine   \n", Files.readString(file));
        assertEquals(70, call.status());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void rightsAndLinksStay() throws IOException {
        Path file = file("a.lwkt", UNTIDY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(directory.resolve("link.lwkt"), file);

        lwkt("format", link);

        assertTrue(Files.isSymbolicLink(link));
        assertFalse(Files.isSymbolicLink(file));
        assertEquals(TIDY, Files.readString(file));
        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void ctrlCEndsItBetweenTwoFiles() throws IOException {
        Path untidy = file("a.lwkt", UNTIDY);

        Call call = new Call().language(FakeLanguage::new).cancelled(() -> true).lwkt("format", untidy);

        assertEquals(UNTIDY, Files.readString(untidy));
        assertEquals(4, call.status());
    }
}
