// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionsTest {
    @Test
    void areBillionths() throws MalformedValueException {
        assertEquals(950_000_000, Fractions.parse("0.95"));
        assertEquals(2_000_000_000, Fractions.parse("2"));
        assertEquals(1, Fractions.parse("0.000_000_001"));
        assertEquals(Long.MAX_VALUE, Fractions.parse(Fractions.of(Long.MAX_VALUE)));
    }

    @Test
    void areWrittenShort() {
        assertEquals("0.95", Fractions.of(950_000_000));
        assertEquals("10", Fractions.of(10_000_000_000L));
        assertEquals("0", Fractions.of(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "0.9999999999", "1__0", "9223372037"})
    void whatIsNoneIsRefused(String text) {
        assertThrows(MalformedValueException.class, () -> Fractions.parse(text));
    }
}
