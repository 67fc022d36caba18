// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformCommandTest {
    @TempDir
    Path directory;

    private String vector;

    @BeforeEach
    void readVector() throws IOException {
        try (InputStream file = ConformCommandTest.class.getResourceAsStream("hand-exit-first.txt")) {
            vector = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private String altered() {
        return vector.replace("objcache.get o0", "objcache.get o7");
    }

    @Test
    void countsTheVectorsOfADirectoryAndLoadsNoLanguage() throws IOException {
        file("a.txt", vector);
        file("b.txt", vector);
        file("c.lwkt", "not looked at");

        Call call = new Call().lwkt("conform", directory);

        assertEquals("2 vectors, 2 passed, 0 failed\n", call.out());
        assertEquals("", call.err());
        assertEquals(0, call.status());
    }

    @Test
    void aVectorThatDiffersShowsTheTwoLinesSideBySide() throws IOException {
        Path file = file("a.txt", altered());

        Call call = new Call().lwkt("conform", file);

        assertEquals(
                "FAILED  hand-exit-first  " + file + ":16\n"
                        + "          | expected         | actual\n"
                        + "  line 16 |  objcache.get o7 |  objcache.get o0\n"
                        + "1 vectors, 0 passed, 1 failed\n",
                call.out());
        assertEquals(1, call.status());
    }

    @Test
    void aMalformedVectorIsRejectedWithItsLineAndTheOthersAreChecked() throws IOException {
        Path bad = file("bad.txt", vector.replace("ncpus 3", "ncpus many"));
        file("good.txt", vector);

        Call call = new Call().lwkt("conform", directory);

        assertTrue(call.err().startsWith(bad + ":3: error: "), call.err());
        assertEquals("1 vectors, 1 passed, 0 failed\n", call.out());
        assertEquals(2, call.status());
    }

    @Test
    void badInputOutweighsAVectorThatDiffers() throws IOException {
        file("a.txt", altered());
        file("b.txt", "nothing");

        assertEquals(2, new Call().lwkt("conform", directory).status());
    }

    @Test
    void outputIsInTheOrderOfTheInputHoweverManyWorkers() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int number = 100; number < 140; number++) {
            Path file = file("v" + number + ".txt", altered().replace("hand-exit-first", "v" + number));
            expected.append("FAILED  v")
                    .append(number)
                    .append("  ")
                    .append(file)
                    .append(":16\n");
        }

        Call call = new Call().lwkt("conform", "--jobs", 8, directory);

        String headlines =
                call.out().lines().filter(line -> line.startsWith("FAILED")).reduce("", (a, b) -> a + b + "\n");
        assertEquals(expected.toString(), headlines);
        assertEquals(
                call.out(), new Call().lwkt("conform", "--jobs", 1, directory).out());
    }

    @Test
    void printsWhatTheKernelMakesOfAScript() {
        Call call = new Call().in(altered()).lwkt("conform", "--print", "-");

        assertEquals(vector, call.out());
        assertEquals(0, call.status());
    }

    @Test
    void bytesThatAreNoTextAreNoVector() {
        Call call = new Call().in(new byte[] {'v', (byte) 0xff}).lwkt("conform", "-");

        assertEquals("(standard input): error: not a vector: not UTF-8 text\n", call.err());
        assertEquals(2, call.status());
    }

    @Test
    void stopsWhenItIsInterrupted() throws IOException {
        Call call = new Call().cancelled(() -> true).lwkt("conform", file("a.txt", vector));

        assertEquals("lwkt: stopped after 0 of 1 files\n", call.err());
        assertEquals("0 vectors, 0 passed, 0 failed\n", call.out());
        assertEquals(4, call.status());
    }
}
