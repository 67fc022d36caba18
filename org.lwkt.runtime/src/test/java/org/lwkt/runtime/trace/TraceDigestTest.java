// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TraceDigestTest {
    private static TraceDigest digest() {
        TraceDigest digest = new TraceDigest();
        digest.event(TraceEvent.Kind.SWITCH, 10, 0, 1, 0);
        return digest;
    }

    private static String after(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        TraceDigest digest = digest();
        digest.event(kind, timeNs, cpu, thread, detail);
        return digest.hex();
    }

    @Test
    void isTheSameOnEveryPlatform() {
        assertEquals("00000000000000000000000000000000", new TraceDigest().hex());
        assertEquals("92fa102f82f31f6f9deee0054d847302", after(TraceEvent.Kind.PREEMPT, 20, 3, 2, 1));
    }

    @Test
    void dependsOnEveryPartOfAnEvent() {
        String hex = after(TraceEvent.Kind.PREEMPT, 20, 3, 2, 1);
        assertNotEquals(hex, after(TraceEvent.Kind.SWITCH, 20, 3, 2, 1));
        assertNotEquals(hex, after(TraceEvent.Kind.PREEMPT, 21, 3, 2, 1));
        assertNotEquals(hex, after(TraceEvent.Kind.PREEMPT, 20, 4, 2, 1));
        assertNotEquals(hex, after(TraceEvent.Kind.PREEMPT, 20, 3, TraceNames.NONE, 1));
        assertNotEquals(hex, after(TraceEvent.Kind.PREEMPT, 20, 3, 2, 0));
    }

    @Test
    void dependsOnTheOrder() {
        TraceDigest other = new TraceDigest();
        other.event(TraceEvent.Kind.PREEMPT, 20, 3, 2, 1);
        other.event(TraceEvent.Kind.SWITCH, 10, 0, 1, 0);
        assertNotEquals(after(TraceEvent.Kind.PREEMPT, 20, 3, 2, 1), other.hex());
    }

    @Test
    void readingItChangesNothing() {
        TraceDigest digest = digest();
        assertEquals(digest.hex(), digest.hex());
        digest.event(TraceEvent.Kind.PREEMPT, 20, 3, 2, 1);
        assertEquals(after(TraceEvent.Kind.PREEMPT, 20, 3, 2, 1), digest.hex());
    }

    @Test
    void hasThirtyTwoHexadecimalDigits() {
        assertTrue(digest().hex().matches("[0-9a-f]{32}"));
    }
}
