// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

/** How much may still be looked at, so that a check ends soon whatever there is: procedures and loops stand for much. */
final class Limit {
    private final Limit outer;
    private long left;

    Limit(long steps) {
        this(steps, null);
    }

    private Limit(long steps, Limit outer) {
        left = steps;
        this.outer = outer;
    }

    /** For a part, which must not use up all that there is. */
    Limit part(long steps) {
        return new Limit(steps, this);
    }

    /** Whether so much may still be done. */
    boolean allows(long steps) {
        left -= steps;
        return left >= 0 && (outer == null || outer.allows(steps));
    }
}
