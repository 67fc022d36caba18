// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.outcome.RunEnd;

/** What holds for all programs, whatever calls they make. */
class AnyProgramTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 3_000);

    private static Result run(long seed) {
        try {
            return Runner.of(AnyProgram.of(seed)).budget(AnyProgram.BUDGET).run();
        } catch (RuntimeException notAResult) {
            throw new AssertionError("seed " + seed, notAResult);
        }
    }

    @Test
    void everyProgramComesToAResultAndAlwaysTheSame() {
        Map<RunEnd.Reason, Integer> ends = new EnumMap<>(RunEnd.Reason.class);
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Result first = run(seed);
            Result second = run(seed);
            assertEquals(first.digest(), second.digest(), "seed " + seed);
            assertEquals(first.end(), second.end(), "seed " + seed);
            ends.merge(first.end().reason(), 1, Integer::sum);
        }
        // A generator whose programs all end alike would show little.
        for (RunEnd.Reason reason : new RunEnd.Reason[] {
            RunEnd.Reason.PANIC,
            RunEnd.Reason.ERROR,
            RunEnd.Reason.BUDGET,
            RunEnd.Reason.HORIZON,
            RunEnd.Reason.DEADLOCK,
            RunEnd.Reason.LOST_WAKEUP,
            RunEnd.Reason.QUIESCENT
        }) {
            assertTrue(ends.getOrDefault(reason, 0) > PROGRAMS / 300, ends.toString());
        }
    }
}
