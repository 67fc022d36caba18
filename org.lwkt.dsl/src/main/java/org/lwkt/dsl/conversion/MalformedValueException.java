// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import java.util.Optional;

/** A text is no value of the kind that was asked for; the message is for the user. */
public final class MalformedValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final String replacement;

    MalformedValueException(String message) {
        this(message, null);
    }

    /** @param replacement what may have been meant, or {@code null} */
    MalformedValueException(String message, String replacement) {
        super(message, null, false, false);
        this.replacement = replacement;
    }

    /** What may stand in place of the text. */
    public Optional<String> replacement() {
        return Optional.ofNullable(replacement);
    }
}
