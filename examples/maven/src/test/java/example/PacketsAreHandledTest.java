// SPDX-License-Identifier: BSD-3-Clause
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/**
 * {@link PacketsAreHandledBetweenInterrupts} is generated from netisr.lwkt when this project is built, and a JUnit class
 * with a test for each of its expectations. What a scenario cannot say of itself is said here.
 */
class PacketsAreHandledTest {

    @Test
    void twoRunsAreTheSameInEveryEvent() {
        String digest = PacketsAreHandledBetweenInterrupts.run().digest();

        assertFalse(digest.isEmpty());
        assertEquals(digest, PacketsAreHandledBetweenInterrupts.run().digest());
    }
}
