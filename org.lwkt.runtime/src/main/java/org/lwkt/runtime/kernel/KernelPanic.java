// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The kernel panicked: a failed assertion or a {@code panic()}. The kernel must not be driven on. It is a result, not a
 * defect of the port, and so carries no Java stack trace.
 */
public final class KernelPanic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String function;

    public KernelPanic(String function, String text) {
        super(text, null, false, false);
        this.function = function;
    }

    /** The C function that panicked. */
    public String function() {
        return function;
    }

    /** What it said: the message of a {@code panic()} or {@code KASSERT}, {@code assert EXPRESSION} for a KKASSERT. */
    public String text() {
        return getMessage();
    }
}
