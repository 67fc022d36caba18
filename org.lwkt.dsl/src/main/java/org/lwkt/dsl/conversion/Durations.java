// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lwkt.runtime.source.TimeText;

/** From times as users write them ({@code 1.5ms}, {@code 2_000us}) to nanoseconds; the way back is {@link TimeText}. */
public final class Durations {
    private static final String DIGITS = "[0-9]++(?:_[0-9]++)*+";
    private static final Pattern TIME = Pattern.compile("(" + DIGITS + ")(?:\\.(" + DIGITS + "))?([^0-9_.].*)?");
    private static final String UNITS = "ns, us, ms or s";

    private static final List<Unit> KNOWN =
            List.of(new Unit("s", 9), new Unit("ms", 6), new Unit("us", 3), new Unit("ns", 0));

    private Durations() {}

    /** A unit of 10<sup>exponent</sup> nanoseconds. */
    private record Unit(String name, int exponent) {}

    /**
     * The exact number of nanoseconds.
     *
     * @throws MalformedValueException with a message for the user where {@code text} is no time, no whole number of
     *     nanoseconds, or does not fit
     */
    public static long parseNs(String text) throws MalformedValueException {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedValueException(
                    "expected a time such as 5ms, not " + Quoted.text(text) + Numbers.separatorHint(text));
        }
        if (matcher.group(3) == null) {
            throw new MalformedValueException(
                    "a time needs a unit (" + UNITS + "): "
                            + (text.length() <= 10 ? "write " + text + "ms, for example, instead of " + text : text),
                    text + "ms");
        }
        Unit unit = unit(matcher.group(3), text);
        String fraction = matcher.group(2) == null
                ? ""
                : withoutTrailingZeros(matcher.group(2).replace("_", ""));
        if (fraction.length() > unit.exponent) {
            throw new MalformedValueException(
                    "a time is a whole number of nanoseconds, which " + Quoted.text(text) + " is not");
        }
        String ns = matcher.group(1).replace("_", "") + fraction + "0".repeat(unit.exponent - fraction.length());
        return Numbers.parseDigits(
                ns,
                () -> Quoted.text(text) + " is more than the longest time, which is " + TimeText.of(Long.MAX_VALUE));
    }

    private static Unit unit(String name, String text) throws MalformedValueException {
        return KNOWN.stream()
                .filter(unit -> unit.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException(
                        "unknown unit in " + Quoted.text(text) + ": the units of time are " + UNITS));
    }

    private static String withoutTrailingZeros(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
