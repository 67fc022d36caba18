// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.expect.ExpectationResult.Outcome;

/** Whether a value is within bounds, where the run may not be complete: an outcome once given stays. */
final class Judgement {
    private Judgement() {}

    /** A value that can only grow. */
    static Outcome growing(long value, Bounds bounds, boolean complete) {
        if (value > bounds.most()) {
            return Outcome.FAILED;
        }
        return settled(value, bounds, complete || bounds.most() == Long.MAX_VALUE && value >= bounds.least());
    }

    /** A value that can only become smaller. */
    static Outcome shrinking(long value, Bounds bounds, boolean complete) {
        if (value < bounds.least()) {
            return Outcome.FAILED;
        }
        return settled(value, bounds, complete || bounds.least() == Long.MIN_VALUE && value <= bounds.most());
    }

    /** Many values between {@code least} and {@code most}, to which others may come. */
    static Outcome every(long least, long most, Bounds bounds, boolean complete) {
        if (!bounds.contains(least) || !bounds.contains(most)) {
            return Outcome.FAILED;
        }
        return complete ? Outcome.HELD : Outcome.UNDECIDED;
    }

    /** A value that may change either way. */
    static Outcome settled(long value, Bounds bounds, boolean complete) {
        if (!complete) {
            return Outcome.UNDECIDED;
        }
        return bounds.contains(value) ? Outcome.HELD : Outcome.FAILED;
    }

    /** The outcome of two that must both hold. */
    static Outcome both(Outcome one, Outcome other) {
        if (one == Outcome.FAILED || other == Outcome.FAILED) {
            return Outcome.FAILED;
        }
        return one == Outcome.UNDECIDED ? one : other;
    }
}
