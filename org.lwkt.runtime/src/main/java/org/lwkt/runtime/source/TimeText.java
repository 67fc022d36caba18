// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.source;

/**
 * Virtual time as people and scenario files write it: exact, in the largest unit that leaves a whole part, such as
 * {@code 60ms}, {@code 1.5ms} or {@code 12.000001s}. Every text about a run takes its times from here.
 */
public final class TimeText {
    private static final long NS_PER_US = 1_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;

    private TimeText() {}

    /** {@code timeNs} nanoseconds; {@code 0s} for none. */
    public static String of(long timeNs) {
        long size = Math.abs(timeNs);
        if (timeNs == 0) {
            return "0s";
        }
        // The most negative value has no positive counterpart; it is below zero here and takes the seconds.
        if (size < 0 || size >= NS_PER_S) {
            return in(timeNs, NS_PER_S, 9, "s");
        }
        if (size >= NS_PER_MS) {
            return in(timeNs, NS_PER_MS, 6, "ms");
        }
        return size >= NS_PER_US ? in(timeNs, NS_PER_US, 3, "us") : timeNs + "ns";
    }

    private static String in(long timeNs, long unitNs, int digits, String unit) {
        StringBuilder text = new StringBuilder();
        if (timeNs < 0) {
            text.append('-');
        }
        text.append(Math.abs(timeNs / unitNs));
        long rest = Math.abs(timeNs % unitNs);
        if (rest != 0) {
            appendFraction(text, rest, digits);
        }
        return text.append(unit).toString();
    }

    private static void appendFraction(StringBuilder text, long rest, int digits) {
        String fraction = Long.toString(rest);
        text.append('.');
        for (int pad = fraction.length(); pad < digits; pad++) {
            text.append('0');
        }
        text.append(fraction);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
    }
}
