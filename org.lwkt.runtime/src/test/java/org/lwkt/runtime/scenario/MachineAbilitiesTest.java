// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;

/** What the machine cannot run is said before the run. */
class MachineAbilitiesTest {
    private static String refusal(ThreadSpec thread, Consumer<ProgramBuilder> body) {
        Scenario scenario = ScenarioBuilder.scenario("s", "t.lwkt", 1, 1)
                .at(2, 1)
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                .at(3, 1)
                .thread(thread, body)
                .build();
        return assertThrows(IllegalArgumentException.class, () -> Runner.of(scenario))
                .getMessage();
    }

    @Test
    void aCallThatTheMachineDoesNotMakeIsRefusedAtItsPlace() {
        assertEquals(
                "t.lwkt:4:5: the machine cannot run SIGNAL yet",
                refusal(ThreadSpec.kernel("t"), it -> it.at(4, 5).call(Opcode.SIGNAL, 0, 1)));
    }

    @Test
    void aUserThreadIsRefused() {
        assertEquals(
                "t.lwkt:3:1: the machine cannot run a thread such as u yet", refusal(ThreadSpec.user("u"), it -> {}));
    }

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
