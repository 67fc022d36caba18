// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import org.lwkt.runtime.source.SourcePosition;

/** {@code file:line:col: error: text}, the form that compilers share and editors turn into links. */
public final class DiagnosticLine {
    private DiagnosticLine() {}

    /**
     * @param position what it does not know, line and column, is left out
     * @param severity {@code error} or {@code warning}
     */
    public static String of(SourcePosition position, String severity, String message) {
        String place = position.file();
        if (position.isKnown()) {
            place = position.column() > 0 ? position.toString() : place + ":" + position.line();
        }
        return (place.isEmpty() ? "" : Text.clean(place) + ": ") + severity + ": " + Text.clean(message);
    }
}
