// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** A thread body did what no kernel can answer, such as a division by zero: a result of the run, and no defect. */
final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScriptError(String text) {
        super(text, null, false, false);
    }
}
