// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

/** A file with errors was to be lowered. Its diagnostics say what is wrong with it. */
public final class LoweringException extends Exception {
    LoweringException(String message, Throwable cause) {
        super(message, cause);
    }
}
