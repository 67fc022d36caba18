// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what there is. */
class ReadmeTest {
    private static final String EXAMPLE = "examples/preemption.lwkt";
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void theExampleIsTheFileItNames() throws IOException {
        String example = Files.readString(ROOT.resolve(EXAMPLE));
        assertTrue(example.endsWith(block("lwkt")), "the README's ```lwkt block is not the end of " + EXAMPLE);
    }

    @Test
    void theOutputIsWhatTheCommandPrints() throws IOException {
        String file = ROOT.resolve(EXAMPLE).toString();

        Call call = new Call().language(XtextLanguage::new).lwkt("run", file);

        assertEquals(block("text"), call.out().replace(file, EXAMPLE));
        assertEquals(0, call.status());
    }

    /** The first fenced block of the README in {@code language}. */
    private static String block(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String fence = "```" + language + "\n";
        int begin = readme.indexOf(fence) + fence.length();
        return readme.substring(begin, readme.indexOf("```", begin));
    }
}
