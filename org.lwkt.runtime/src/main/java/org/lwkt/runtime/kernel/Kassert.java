// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code KASSERT} and {@code KKASSERT}. The condition is tested by the caller, so that the hot path builds no text; with
 * {@code invariants} off a failed one is ignored, as in a kernel built without INVARIANTS.
 */
final class Kassert {
    private final boolean invariants;

    Kassert(boolean invariants) {
        this.invariants = invariants;
    }

    boolean invariants() {
        return invariants;
    }

    /** A {@code KKASSERT(expression)} of C function {@code function} did not hold. */
    void failed(String function, String expression) {
        panicked(function, "assert " + expression);
    }

    /** A {@code KASSERT} of C function {@code function} did not hold; {@code message} is its formatted text. */
    void panicked(String function, String message) {
        if (invariants) {
            throw new KernelPanic(function, message);
        }
    }
}
