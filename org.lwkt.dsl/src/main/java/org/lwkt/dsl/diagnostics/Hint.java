// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

import java.util.Optional;

/**
 * What its author is likely to have meant.
 *
 * @param text the end of the message; may be empty
 * @param replacement what may stand in place of the token, where that alone mends it
 */
record Hint(String text, Optional<String> replacement) {
    static final Hint NONE = new Hint("", Optional.empty());

    static Hint of(String text) {
        return new Hint(text, Optional.empty());
    }

    /** {@code "; write 'cpu 1'"}. */
    static Hint write(String replacement) {
        return new Hint("; write '" + replacement + "'", Optional.of(replacement));
    }

    static Hint nearest(Optional<String> nearest) {
        return new Hint(nearest.map(Nearest::hint).orElse(""), nearest);
    }
}
