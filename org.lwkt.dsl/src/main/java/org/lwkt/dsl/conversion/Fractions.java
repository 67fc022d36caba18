// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Fractions as users write them ({@code 0.95}, {@code 2}), in billionths. */
public final class Fractions {
    private static final int DIGITS = 9;
    private static final String NUMBER = "[0-9]++(?:_[0-9]++)*+";
    private static final Pattern FRACTION = Pattern.compile(NUMBER + "(?:\\." + NUMBER + ")?");

    private Fractions() {}

    public static long parse(String text) throws MalformedValueException {
        if (!FRACTION.matcher(text).matches()) {
            throw new MalformedValueException(
                    "expected a number such as 0.95, not " + Quoted.text(text) + Numbers.separatorHint(text));
        }
        BigDecimal billionths = new BigDecimal(text.replace("_", "")).movePointRight(DIGITS);
        if (billionths.stripTrailingZeros().scale() > 0) {
            throw new MalformedValueException("a fraction has at most " + DIGITS + " digits behind the point, "
                    + Quoted.text(text) + " has more");
        }
        try {
            return billionths.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new MalformedValueException(
                    Quoted.text(text) + " is more than the largest fraction, which is " + of(Long.MAX_VALUE));
        }
    }

    static String of(long billionths) {
        BigDecimal value = BigDecimal.valueOf(billionths, DIGITS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }
}
