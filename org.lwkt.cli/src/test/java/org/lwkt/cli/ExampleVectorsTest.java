// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples as vectors. */
class ExampleVectorsTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final Pattern SCENARIO = Pattern.compile("(?m)^scenario \"([^\"]+)\"");

    @TempDir
    Path directory;

    /** A scenario of an example. */
    record Example(Path file, String scenario) {}

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".lwkt")).sorted().toList()) {
                Matcher scenario = SCENARIO.matcher(Files.readString(file));
                while (scenario.find()) {
                    examples.add(new Example(file, scenario.group(1)));
                }
            }
        }
        return examples;
    }

    private Call write(Example example, Path vector) {
        return new Call()
                .language(XtextLanguage::new)
                .lwkt("run", "--scenario", example.scenario(), "--run", 1, "--vector", vector, example.file());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void conformAcceptsWhatAnExampleWrites(Example example) {
        Path vector = directory.resolve("written.txt");
        Call run = write(example, vector);

        if (run.status() == 2) {
            // Only a run that a budget ends is none, and one that does what the format has no commands for.
            assertTrue(
                    run.out().contains("budget") || run.err().matches("(?s).*ha(s|ve) no commands? in a vector.*"),
                    run.out() + run.err());
            assertTrue(run.err().contains(".lwkt:"), run.err());
            assertFalse(Files.exists(vector));
            return;
        }
        assertEquals("", run.err());
        Call conform = new Call().lwkt("conform", vector);
        assertEquals("1 vectors, 1 passed, 0 failed\n", conform.out());
        assertEquals(0, conform.status());
    }

    @Test
    void thereAreExamplesAndNearlyAllAreWritten() throws IOException {
        int written = 0;
        for (Example example : examples()) {
            written += write(example, directory.resolve("v.txt")).status() == 2 ? 0 : 1;
        }
        assertTrue(written >= 6, "only " + written + " of " + examples().size());
    }
}
