// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.math.BigDecimal;

/** A time on the command line, in the language's notation. */
final class TimeArgument {
    private static final String[] UNITS = {"ns", "us", "ms", "s"};

    private TimeArgument() {}

    /** Nanoseconds, more than 0. */
    static long positive(String option, String text) {
        for (int unit = 0; unit < UNITS.length; unit++) {
            String number = text.endsWith(UNITS[unit]) ? text.substring(0, text.length() - UNITS[unit].length()) : "";
            if (isDecimal(number)) {
                return inRange(option, text, new BigDecimal(number).movePointRight(3 * unit));
            }
        }
        throw new UsageException(option + " takes a time with its unit, such as 10ms or 1.5s: '" + text + "'");
    }

    private static long inRange(String option, String text, BigDecimal timeNs) {
        if (timeNs.signum() <= 0 || timeNs.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new UsageException(option + " must be more than 0 and at most 9223372036s: '" + text + "'");
        }
        if (timeNs.stripTrailingZeros().scale() > 0) {
            throw new UsageException(option + " must be whole nanoseconds: '" + text + "'");
        }
        return timeNs.longValueExact();
    }

    private static boolean isDecimal(String text) {
        int points = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '.') {
                points++;
            } else if (sign < '0' || sign > '9') {
                return false;
            }
        }
        return points <= 1 && !text.isEmpty() && text.charAt(0) != '.' && !text.endsWith(".");
    }
}
