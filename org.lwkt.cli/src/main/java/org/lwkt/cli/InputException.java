// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import org.lwkt.report.text.DiagnosticLine;
import org.lwkt.runtime.source.SourcePosition;

/** An input that cannot be used; the message is a whole diagnostic line. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    InputException(String file, String problem) {
        this(file, 0, 0, problem);
    }

    InputException(String file, int line, int column, String problem) {
        super(DiagnosticLine.of(new SourcePosition(file, line, column), "error", problem));
    }
}
