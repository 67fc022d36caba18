// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;

/** Refuses before a run what a scenario can say and the machine cannot run yet, with the place. */
final class MachineAbilities {
    private MachineAbilities() {}

    /** @throws IllegalArgumentException for what the machine cannot run */
    static void check(Scenario scenario) {
        scenario.expectations().forEach(MachineAbilities::check);
    }

    private static void check(Expectation expectation) {
        boolean found = switch (expectation) {
            case Expectation.LostWakeup lost -> false;
            case Expectation.Ends ends -> ends.ending() != Ending.DEADLOCK;
            default -> true;
        };
        require(found, expectation.position() + ": the machine finds no deadlocks and lost wake-ups yet");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
