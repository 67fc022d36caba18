// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes no more. */
final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosedException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the reader of a pipe went away, as {@code head} does when it has seen enough: nothing to complain about.
     * Java has no other sign of it than the message, which ends in these words or has them in brackets in every locale.
     */
    boolean isBrokenPipe() {
        String message = getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
