// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lwkt.runtime.source.TimeText;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0ns, 0",
        "7ns, 7",
        "5us, 5000",
        "5ms, 5000000",
        "2s, 2000000000",
        "1.5ms, 1500000",
        "0.000001ms, 1",
        "1.000_000_001s, 1000000001",
        "1_000us, 1000000",
        "1.50000000000000000000ms, 1500000",
        "000000000000000000000000005ms, 5000000",
        "9223372036.854775807s, 9223372036854775807"
    })
    void areExact(String text, long ns) throws MalformedValueException {
        assertEquals(ns, Durations.parseNs(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5ns", "1.0000000001s", "0.1234us"})
    void areWholeNanoseconds(String text) {
        assertEquals(
                "a time is a whole number of nanoseconds, which '" + text + "' is not",
                assertThrows(MalformedValueException.class, () -> Durations.parseNs(text))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036.854775808s", "9223372036855ms", "99999999999999999999999999999999999ns"})
    void doNotOverflow(String text) {
        assertEquals(
                "'" + text + "' is more than the longest time, which is 9223372036.854775807s",
                assertThrows(MalformedValueException.class, () -> Durations.parseNs(text))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5", "5.5", "5sec", "5 ms", "ms", "", "-5ms", "5_ms", "_5ms", "5__0ms", "1._5ms", "5.ms", "5ms5", "5MS"
            })
    void needANumberAndAUnit(String text) {
        assertThrows(MalformedValueException.class, () -> Durations.parseNs(text));
    }

    @Property(seed = "42")
    void readWhatTheRuntimeWrites(@ForAll @LongRange(min = 0) long ns) throws MalformedValueException {
        assertEquals(ns, Durations.parseNs(TimeText.of(ns)));
    }

    @Test
    void ofAMillionDigitsAreRefusedAtOnce() {
        assertThrows(MalformedValueException.class, () -> Durations.parseNs("9".repeat(1_000_000) + "s"));
    }
}
