// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HardClockTest {
    @Property(tries = 100, seed = "1")
    void tickNComesAtNSecondsDividedByHzRoundedDown(
            @ForAll @IntRange(min = 1, max = 1_000_000) int hz, @ForAll @IntRange(min = 1, max = 5_000) int n) {
        HardClock clock = new HardClock(hz, 1, MachineSpec.ONE_PERIOD);
        for (int tick = 1; tick < n; tick++) {
            clock.advance(0);
        }
        long exact = BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(1_000_000_000L))
                .divide(BigInteger.valueOf(hz))
                .longValueExact();
        assertEquals(exact, clock.nextNs(0));
    }

    @Test
    void doesNotDriftWhereHzDoesNotDivideTheSecond() {
        HardClock clock = new HardClock(1024, 1, MachineSpec.ONE_PERIOD);
        for (int tick = 1; tick < 1024 * 1000; tick++) {
            clock.advance(0);
        }
        assertEquals(1_000_000_000_000L, clock.nextNs(0));
    }

    @Test
    void eachCpuHasItsOwn() {
        HardClock clock = new HardClock(100, 2, MachineSpec.ONE_PERIOD);
        clock.advance(1);
        assertEquals(10_000_000, clock.nextNs(0));
        assertEquals(20_000_000, clock.nextNs(1));
    }
}
