// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void theTimesOfAColumnShareUnitAndDecimals() {
        assertEquals("12.020", Times.decimal(12_020_000, 2, 3));
        assertEquals("0.000", Times.decimal(0, 2, 3));
        assertEquals("60", Times.decimal(60_000_000, 2, 0));
    }

    @Test
    void aTimeOfManyDigitsIsMarkedWhereItLosesSome() {
        assertEquals("1.234567891s", Times.brief(1_234_567_891));
        assertEquals("~12.3456789s", Times.brief(12_345_678_912L));
        assertEquals("~9223372036s", Times.brief(Long.MAX_VALUE));
    }

    @Test
    void aScaleIsRoundAndFitsWhateverTheLength() {
        for (long endNs = 1; endNs > 0; endNs = endNs * 3 + 1) {
            TimeScale scale = TimeScale.of(endNs, 90);
            assertTrue(scale.columns() >= 1 && scale.columns() <= 90, scale + " for " + endNs);
            assertTrue(endNs < 90 || scale.columns() > 60, scale + " for " + endNs);
            assertEquals(scale.columns() - 1, scale.columnOf(endNs));
        }
    }
}
