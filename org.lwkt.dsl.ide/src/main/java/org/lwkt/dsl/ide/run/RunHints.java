// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the last run found, as inlay hints at the ends of lines. */
public final class RunHints {
    @Inject
    private RunResults results;

    /** The hints in the lines of {@code range}. */
    public List<InlayHint> of(String uri, String text, Range range) {
        List<InlayHint> hints = new ArrayList<>();
        String[] lines = null;
        for (var note : results.lines(uri, text).entrySet()) {
            int line = note.getKey() - 1;
            if (line >= range.getStart().getLine() && line <= range.getEnd().getLine()) {
                lines = lines == null ? text.split("\n", -1) : lines;
                InlayHint hint =
                        new InlayHint(new Position(line, length(lines[line])), Either.forLeft(note.getValue()));
                hint.setPaddingLeft(true);
                hints.add(hint);
            }
        }
        return hints;
    }

    private static int length(String line) {
        return line.endsWith("\r") ? line.length() - 1 : line.length();
    }
}
