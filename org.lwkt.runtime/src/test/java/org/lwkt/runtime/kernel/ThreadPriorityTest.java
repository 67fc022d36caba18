// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ThreadPriorityTest {
    @Test
    void namesAreFoundWithTheirValues() {
        assertEquals(OptionalInt.of(12), ThreadPriority.byName("KERN_DAEMON"));
        assertEquals(OptionalInt.of(0), ThreadPriority.byName("IDLE_THREAD"));
        assertEquals(OptionalInt.of(31), ThreadPriority.byName("MAX"));
        assertTrue(ThreadPriority.byName("TDPRI_MAX").isEmpty());
    }

    @Test
    void namesGoFromTheLowestToTheHighest() {
        List<Integer> values = ThreadPriority.names().stream()
                .map(name -> ThreadPriority.byName(name).orElseThrow())
                .toList();
        assertEquals(values.stream().sorted().toList(), values);
    }
}
