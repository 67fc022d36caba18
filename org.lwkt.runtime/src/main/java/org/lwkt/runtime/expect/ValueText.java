// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.math.BigDecimal;
import org.lwkt.runtime.source.TimeText;

/** Measured values in words. */
final class ValueText {
    private static final int FRACTION_DIGITS = 9;

    private ValueText() {}

    /** {@code 2 .. 3}, or one value where they are the same. */
    static String of(Measure.Unit unit, long least, long most) {
        return least == most ? of(unit, least) : of(unit, least) + " .. " + of(unit, most);
    }

    static String of(Measure.Unit unit, long value) {
        return switch (unit) {
            case COUNT -> Long.toString(value);
            case TIME -> TimeText.of(value);
            case FRACTION ->
                BigDecimal.valueOf(value, FRACTION_DIGITS).stripTrailingZeros().toPlainString();
        };
    }
}
