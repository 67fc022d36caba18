// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Ending;

/** What the machine cannot run is said before the run. */
class MachineAbilitiesTest {
    @Test
    void anEndThatIsNotFoundIsNotWaitedFor() {
        Scenario scenario = ScenarioBuilder.scenario("s", "t.lwkt", 1, 1)
                .at(2, 1)
                .expectEnds(Ending.DEADLOCK, "deadlock")
                .build();
        assertEquals(
                "t.lwkt:2:1: the machine finds no deadlocks and lost wake-ups yet",
                assertThrows(IllegalArgumentException.class, () -> Runner.of(scenario))
                        .getMessage());
    }
}
