// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import org.lwkt.runtime.source.SourcePosition;

/** A run cannot be written as a vector. */
public final class NoVectorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SourcePosition position;

    /** @param reason for people, without the place */
    NoVectorException(SourcePosition position, String reason) {
        super(reason);
        this.position = position;
    }

    /** What has no command, or {@link SourcePosition#NONE}. */
    public SourcePosition position() {
        return position == null ? SourcePosition.NONE : position;
    }
}
