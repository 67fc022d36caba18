// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/**
 * 128 bits over the state of an object and of all that it refers to. Equal states have equal hashes, in any JVM; of
 * different ones it is practically never the same. States are comparable only among machines of one scenario, since what
 * is {@link Constant} is left out.
 */
public record StateHash(long high, long low) {
    public static StateHash of(Object root) {
        return new StateHasher().hash(root);
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return digits(high) + digits(low);
    }

    private static String digits(long value) {
        String text = Long.toHexString(value);
        return "0".repeat(16 - text.length()) + text;
    }
}
