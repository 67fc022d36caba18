// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SysctlsTest {
    private final Sysctls sysctls = new Sysctls();

    @Test
    void defaultsAreThoseOfTheKernel() {
        assertEquals(10, sysctls.spinLoops);
        assertTrue(sysctls.preemptEnable);
        assertFalse(sysctls.panicOnCscount);
        assertEquals(0, sysctls.cacheThreads);
        assertFalse(sysctls.useSpinPort);
        assertEquals(0, sysctls.schedDebug);
        assertEquals(1L << 40, sysctls.tscFrequency);
        assertFalse(sysctls.tokenWindow);
        assertFalse(sysctls.idleCrit);
        assertEquals(40_000, sysctls.livelockLimit);
        assertEquals(120_000, sysctls.livelockLimitHi);
        assertEquals(20_000, sysctls.livelockLowater);
        assertEquals(-1, sysctls.livelockDebug);
    }

    @Test
    void everyNameSetsItsVariable() {
        Sysctls.names().forEach(name -> sysctls.set(name, Math.min(3, Sysctls.most(name))));
        assertEquals(3, sysctls.spinLoops);
        assertTrue(sysctls.preemptEnable);
        assertTrue(sysctls.panicOnCscount);
        assertEquals(3, sysctls.cacheThreads);
        assertTrue(sysctls.useSpinPort);
        assertEquals(3, sysctls.schedDebug);
        assertEquals(3, sysctls.tscFrequency);
        assertTrue(sysctls.tokenWindow);
        assertTrue(sysctls.idleCrit);
        assertEquals(3, sysctls.livelockLimit);
        assertEquals(3, sysctls.livelockLimitHi);
        assertEquals(3, sysctls.livelockLowater);
        assertEquals(3, sysctls.livelockDebug);
    }

    @Test
    void zeroSwitchesOff() {
        Sysctls.names().forEach(name -> sysctls.set(name, 1));
        Sysctls.names().forEach(name -> sysctls.set(name, Math.max(0, Sysctls.least(name))));
        assertFalse(sysctls.preemptEnable);
        assertFalse(sysctls.panicOnCscount);
        assertFalse(sysctls.useSpinPort);
        assertFalse(sysctls.tokenWindow);
        assertFalse(sysctls.idleCrit);
    }

    @Test
    void anUnknownNameIsRefused() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> sysctls.set("lwkt.spin_lops", 1));
        assertEquals("no such variable: lwkt.spin_lops", e.getMessage());
    }

    @Test
    void aValueThatMakesNoSenseIsRefused() {
        assertEquals(
                "kern.hz must be 1 to 1000000: -1",
                assertThrows(IllegalArgumentException.class, () -> sysctls.set("kern.hz", -1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> sysctls.set("kern.usched_bsd4.decay", 0));
        assertThrows(IllegalArgumentException.class, () -> sysctls.set("lwkt.sched_debug", 1L << 40));
    }
}
