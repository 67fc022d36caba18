// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.digest;

/** 128 bits that tell what was mixed apart from anything else; no protection against an adversary. */
public record Digest(long high, long low) {
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
