// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of a value on one path.
 *
 * @param number the value, where it is known
 * @param thing what a name stands for, where it is no value
 * @param sources what decides about it, where it is not known
 * @param nonZero whether it is known to be something else than 0
 * @param vague whether more is known about it than its sources tell: no path that depends on it is sure to exist
 */
record Value(OptionalLong number, Thing thing, Set<Object> sources, boolean nonZero, boolean vague) {
    static final Value ZERO = known(0);

    static Value known(long number) {
        return new Value(OptionalLong.of(number), null, Set.of(), number != 0, false);
    }

    static Value of(Thing thing) {
        return new Value(OptionalLong.empty(), thing, Set.of(), false, false);
    }

    /** Decided by {@code source} alone. */
    static Value fresh(Object source) {
        return new Value(OptionalLong.empty(), null, Set.of(source), false, false);
    }

    /** An errno, which one is decided by {@code source} alone. */
    static Value error(Object source) {
        return new Value(OptionalLong.empty(), null, Set.of(source), true, false);
    }

    static Value vague(Set<Object> sources) {
        return new Value(OptionalLong.empty(), null, sources, false, true);
    }

    /** What it is where two paths meet that parted by {@code decisions}. */
    Value or(Value other, Set<Object> decisions) {
        if (equals(other)) {
            return this;
        }
        Set<Object> all = new HashSet<>(sources);
        all.addAll(other.sources);
        all.addAll(decisions);
        return vague(all);
    }
}
