// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

/** A benchmark did not run to its end; the cause says why. */
public final class BenchException extends Exception {
    private static final long serialVersionUID = 1L;

    BenchException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
