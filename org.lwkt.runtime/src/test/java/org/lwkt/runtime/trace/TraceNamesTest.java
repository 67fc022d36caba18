// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.scenario.ScenarioBuilder;

class TraceNamesTest {
    @Test
    void idleThreadsAreKnownByTheirNames() {
        TraceNames names = new TraceNames(List.of("idle", "idler1"), 12);

        assertEquals(14, names.count());
        assertFalse(TraceNames.isIdle(names.name(0)));
        assertFalse(TraceNames.isIdle(names.name(1)));
        for (int index = names.declared(); index < names.count(); index++) {
            assertTrue(TraceNames.isIdle(names.name(index)), names.name(index));
        }
    }

    @Test
    void noDeclaredThreadIsCalledLikeAnIdleThread() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("s").thread("idle3", 0, 10, body -> body.run(1));

        assertEquals(
                "an idle thread is called idle3",
                assertThrows(IllegalArgumentException.class, scenario::build).getMessage());
    }
}
