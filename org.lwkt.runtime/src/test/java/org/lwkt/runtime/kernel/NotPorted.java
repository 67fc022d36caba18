// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docs/NOT_PORTED.md: below a heading, each {@code - `name`: reason} is an entry. */
final class NotPorted {
    private static final Path DOCUMENT = Path.of("../docs/NOT_PORTED.md");
    private static final Pattern ENTRY = Pattern.compile("- `([^`]+)`: \\S.*");

    private NotPorted() {}

    /** Functions of a C file that have no counterpart. */
    static List<String> functionsOf(String file) throws IOException {
        return entries("Functions of " + file.substring(file.lastIndexOf('/') + 1));
    }

    /** Assertions of lwkt_thread.c that no test trips, as {@code function: text}. */
    static List<String> assertions() throws IOException {
        return entries("Assertions that nothing trips");
    }

    private static List<String> entries(String heading) throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf("\n## " + heading + "\n");
        if (begin < 0) {
            throw new IOException(DOCUMENT + " has no heading: " + heading);
        }
        int end = document.indexOf("\n## ", begin + 1);
        return document.substring(begin, end < 0 ? document.length() : end)
                .lines()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> entry.group(1))
                .toList();
    }
}
