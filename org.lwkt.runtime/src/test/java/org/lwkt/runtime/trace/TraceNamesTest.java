// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lwkt.runtime.scenario.ScenarioBuilder;

class TraceNamesTest {
    @Test
    void idleThreadsAreKnownByTheirNames() {
        TraceNames names = new TraceNames(List.of("idle", "idler1"), List.of("idle0", "idle11"));

        assertEquals(4, names.count());
        assertFalse(TraceNames.isIdle(names.name(0)));
        assertFalse(TraceNames.isIdle(names.name(1)));
        for (int index = names.declared(); index < names.count(); index++) {
            assertTrue(TraceNames.isIdle(names.name(index)), names.name(index));
        }
    }

    @Test
    void createdThreadsFollowThoseOfTheKernel() {
        TraceNames names = new TraceNames(List.of("t"), List.of("idle0"));
        names.add("child");

        assertEquals(3, names.count());
        assertEquals("child", names.name(2));
        assertTrue(names.isOfKernel(1));
        assertFalse(names.isOfKernel(0));
        assertFalse(names.isOfKernel(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle3", "usched0", "softclock0"})
    void noDeclaredThreadIsCalledLikeOneOfTheKernel(String name) {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("s").thread(name, 0, 10, body -> body.run(1));

        assertEquals(
                "a thread of the kernel is called " + name,
                assertThrows(IllegalArgumentException.class, scenario::build).getMessage());
    }
}
