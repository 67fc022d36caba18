// SPDX-License-Identifier: BSD-3-Clause
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.scenario.Result;

/** {@link PacketsAreHandledBetweenInterrupts} is generated from netisr.lwkt when this project is built. */
class PacketsAreHandledTest {

    @Test
    void everyExpectationHolds() {
        Result result = PacketsAreHandledBetweenInterrupts.run();

        assertEquals(3, result.expectations().size());
        for (ExpectationResult expectation : result.expectations()) {
            assertTrue(expectation.held(), expectation::toString);
        }
        assertTrue(result.held(), () -> "ended by " + result.end());
    }

    @Test
    void twoRunsAreTheSameInEveryEvent() {
        String digest = PacketsAreHandledBetweenInterrupts.run().digest();

        assertFalse(digest.isEmpty());
        assertEquals(digest, PacketsAreHandledBetweenInterrupts.run().digest());
    }
}
