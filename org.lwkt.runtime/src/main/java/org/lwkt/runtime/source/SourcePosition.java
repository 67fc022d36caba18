// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.source;

import java.util.Objects;
import org.lwkt.runtime.snapshot.Constant;

/**
 * A place in a scenario file, as shown to the user in every diagnostic, trace line and result.
 *
 * @param file the name that the user gave, or a simple name for generated code; never {@code null}
 * @param line counted from 1, or 0 where there is none
 * @param column counted from 1 in UTF-16 units, or 0 where there is none
 */
@Constant
public record SourcePosition(String file, int line, int column) implements Comparable<SourcePosition> {
    /** The position of what has no source: built by hand without one. */
    public static final SourcePosition NONE = new SourcePosition("", 0, 0);

    public SourcePosition {
        Objects.requireNonNull(file, "file");
    }

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public int compareTo(SourcePosition other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, the form that terminals and editors turn into a link. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line + ":" + column : "(no source)";
    }
}
