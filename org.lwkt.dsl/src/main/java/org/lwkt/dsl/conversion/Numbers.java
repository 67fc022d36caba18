// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whole numbers as users write them: {@code 10}, {@code 1_000_000}. */
public final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("[0-9]++(?:_[0-9]++)*+");
    private static final Pattern MISPLACED_SEPARATOR = Pattern.compile("[0-9_.]*+[A-Za-z]*+");

    private Numbers() {}

    public static long parse(String text) throws MalformedValueException {
        if (!WHOLE.matcher(text).matches()) {
            throw new MalformedValueException(
                    "expected a whole number such as 10, not " + Quoted.text(text) + separatorHint(text));
        }
        return parseDigits(
                text.replace("_", ""),
                () -> Quoted.text(text) + " is more than the largest number, which is " + Long.MAX_VALUE);
    }

    /** {@code digits} may be of any length: what cannot fit is refused before it is converted. */
    static long parseDigits(String digits, Supplier<String> tooLarge) throws MalformedValueException {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        try {
            if (digits.length() - start <= 19) {
                return Long.parseLong(digits.substring(start));
            }
        } catch (NumberFormatException tooManyForALong) {
            // falls through to the message
        }
        throw new MalformedValueException(tooLarge.get());
    }

    static String separatorHint(String text) {
        return text.contains("_") && MISPLACED_SEPARATOR.matcher(text).matches()
                ? ": a '_' stands between two digits"
                : "";
    }
}
