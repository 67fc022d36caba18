// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

/** A command asks for more than the recorder of the vectors allows, and ends the vector as it ends there. */
final class HarnessLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what stands behind the exclamation mark */
    HarnessLimit(String reason) {
        super(reason, null, false, false);
    }
}
