// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import java.util.Optional;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.INode;

/** Xtext's exception, with what may have been meant. Without a cause, of which Xtext would show the text instead. */
public final class MalformedTokenException extends ValueConverterException {
    private static final long serialVersionUID = 1;

    private final String replacement;

    MalformedTokenException(MalformedValueException malformed, INode node) {
        super(malformed.getMessage(), node, null);
        replacement = malformed.replacement().orElse(null);
    }

    /** What may stand in place of the token. */
    public Optional<String> replacement() {
        return Optional.ofNullable(replacement);
    }
}
