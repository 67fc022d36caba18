// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

/** Counts and shares for people, the same in every locale. */
final class Numbers {
    private Numbers() {}

    /** Digits in groups of three: {@code 1,234,567}. */
    static String count(long value) {
        String digits = Long.toString(value);
        int first = value < 0 ? 1 : 0;
        StringBuilder grouped = new StringBuilder();
        for (int at = 0; at < digits.length(); at++) {
            if (at > first && (digits.length() - at) % 3 == 0) {
                grouped.append(',');
            }
            grouped.append(digits.charAt(at));
        }
        return grouped.toString();
    }

    /** The share in percent with one decimal; {@code -} of nothing. */
    static String percent(long part, long whole) {
        if (whole <= 0) {
            return "-";
        }
        long tenths = Math.round((double) part / whole * 1000);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /** {@code 1 switch}, {@code 2 switches}. */
    static String of(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
