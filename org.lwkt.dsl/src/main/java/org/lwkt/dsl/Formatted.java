// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.util.List;
import java.util.Optional;

/**
 * What the formatter made of a file. Get one from {@link LwktCompiler}.
 *
 * @param content in UTF-8, with the byte-order mark and the line ends that the file had; empty where the file has syntax
 *     errors
 * @param problems why there is no content, by place
 * @param defect where the formatter itself failed: the reason, for a report. There is a problem too.
 */
public record Formatted(Optional<byte[]> content, List<Diagnostic> problems, Optional<Throwable> defect) {
    public Formatted {
        problems = List.copyOf(problems);
    }

    static Formatted as(byte[] content) {
        return new Formatted(Optional.of(content), List.of(), Optional.empty());
    }

    static Formatted refused(List<Diagnostic> problems) {
        return new Formatted(Optional.empty(), problems, Optional.empty());
    }

    static Formatted broken(Diagnostic problem, Throwable defect) {
        return new Formatted(Optional.empty(), List.of(problem), Optional.of(defect));
    }
}
