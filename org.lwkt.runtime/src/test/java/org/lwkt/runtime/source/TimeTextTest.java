// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    @Test
    void takesTheLargestUnitThatLeavesAWholePart() {
        assertEquals("999ns", TimeText.of(999));
        assertEquals("1us", TimeText.of(1_000));
        assertEquals("999.999us", TimeText.of(999_999));
        assertEquals("60ms", TimeText.of(60_000_000));
        assertEquals("1s", TimeText.of(1_000_000_000));
    }

    @Test
    void isExact() {
        assertEquals("1.5ms", TimeText.of(1_500_000));
        assertEquals("12.000001s", TimeText.of(12_000_001_000L));
        assertEquals("1.000000001s", TimeText.of(1_000_000_001L));
        assertEquals("9223372036.854775807s", TimeText.of(Long.MAX_VALUE));
    }

    @Test
    void writesNoTimeAtAllInSeconds() {
        assertEquals("0s", TimeText.of(0));
    }

    @Test
    void keepsTheSign() {
        assertEquals("-1.5ms", TimeText.of(-1_500_000));
        assertEquals("-500us", TimeText.of(-500_000));
        assertEquals("-9223372036.854775808s", TimeText.of(Long.MIN_VALUE));
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("1.5ms", TimeText.of(1_500_000));
        } finally {
            Locale.setDefault(before);
        }
    }
}
