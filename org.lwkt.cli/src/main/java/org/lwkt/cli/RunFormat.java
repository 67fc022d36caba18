// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How results are printed. */
enum RunFormat {
    /** For people: a report of each scenario, of one with parameters a table. */
    TEXT,
    CSV,
    JSON;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunFormat of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("--format is "
                        + Arrays.stream(values()).map(RunFormat::word).collect(Collectors.joining(", ")) + ", not '"
                        + word + "'"));
    }
}
