// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/**
 * A range of values with both ends included; a comparison is a range as well.
 *
 * @param least the smallest value that holds
 * @param most the largest value that holds
 */
public record Bounds(long least, long most) {
    public static Bounds exactly(long value) {
        return new Bounds(value, value);
    }

    public static Bounds atLeast(long value) {
        return new Bounds(value, Long.MAX_VALUE);
    }

    public static Bounds atMost(long value) {
        return new Bounds(Long.MIN_VALUE, value);
    }

    public boolean contains(long value) {
        return value >= least && value <= most;
    }
}
