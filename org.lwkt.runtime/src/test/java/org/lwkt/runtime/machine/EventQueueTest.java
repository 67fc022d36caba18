// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private static final int SLOTS = 24;

    /** One call: {@code timeNs} below 0 cancels the slot. */
    record Call(int slot, long timeNs, int kind, int cpu) {}

    private static final Comparator<Call> ORDER = Comparator.comparingLong(Call::timeNs)
            .thenComparingInt(Call::kind)
            .thenComparingInt(Call::cpu)
            .thenComparingInt(Call::slot);

    @Provide
    Arbitrary<List<Call>> calls() {
        // Few times, kinds and CPUs, so that most events meet others at their instant.
        return Combinators.combine(
                        Arbitraries.integers().between(0, SLOTS - 1),
                        Arbitraries.longs().between(-2, 6),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2))
                .as(Call::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(seed = "1")
    void comesOutInTheOrderOfTimeThenKindThenCpuThenSequence(@ForAll("calls") List<Call> calls) {
        EventQueue queue = new EventQueue(4, new FixedOrder());
        Map<Integer, Call> expected = new TreeMap<>();
        for (Call call : calls) {
            if (call.timeNs() < 0) {
                queue.cancel(call.slot());
                expected.remove(call.slot());
            } else {
                queue.schedule(call.slot(), call.timeNs(), call.kind(), call.cpu(), call.slot());
                expected.put(call.slot(), call);
            }
            assertEquals(expected.size(), queue.size());
        }
        List<Call> inOrder = new ArrayList<>(expected.values());
        inOrder.sort(ORDER);
        for (Call call : inOrder) {
            assertEquals(call.slot(), queue.firstSlot());
            assertEquals(call.timeNs(), queue.firstTimeNs());
            queue.cancel(call.slot());
        }
        assertEquals(0, queue.size());
    }

    @Property(seed = "1")
    void aSlotIsInTheQueueExactlyFromItsScheduleToItsCancel(@ForAll("calls") List<Call> calls) {
        EventQueue queue = new EventQueue(1, new FixedOrder());
        boolean[] in = new boolean[SLOTS];
        for (Call call : calls) {
            if (call.timeNs() < 0) {
                queue.cancel(call.slot());
            } else {
                queue.schedule(call.slot(), call.timeNs(), call.kind(), call.cpu(), 0);
            }
            in[call.slot()] = call.timeNs() >= 0;
            for (int slot = 0; slot < SLOTS; slot++) {
                assertEquals(in[slot], queue.contains(slot));
            }
        }
    }

    @Test
    void aMovedSlotLeavesNothingBehind() {
        EventQueue queue = new EventQueue(2, new FixedOrder());
        queue.schedule(0, 10, EventKind.PROGRESS, 0, 0);
        queue.schedule(1, 20, EventKind.PROGRESS, 1, 0);
        queue.schedule(0, 30, EventKind.PROGRESS, 0, 0);
        assertEquals(2, queue.size());
        assertEquals(1, queue.firstSlot());
        queue.cancel(1);
        assertEquals(30, queue.firstTimeNs());
    }

    @Test
    void arrivalsComeBeforeTheProgressOfThreadsWhateverTheCpu() {
        EventQueue queue = new EventQueue(4, new FixedOrder());
        queue.schedule(0, 5, EventKind.PROGRESS, 0, 0);
        queue.schedule(1, 5, EventKind.IPI, 255, 1L << 39);
        queue.schedule(2, 5, EventKind.DEVICE, 255, 7);
        queue.schedule(3, 5, EventKind.TIMER, 255, 0);
        for (int slot : new int[] {3, 2, 1, 0}) {
            assertEquals(slot, queue.firstSlot());
            queue.cancel(slot);
        }
    }

    @Test
    void anotherOrderOfOneInstantIsAnotherStrategy() {
        EventQueue queue = new EventQueue(2, (kind, cpu, sequence) -> -cpu);
        queue.schedule(0, 5, EventKind.PROGRESS, 0, 0);
        queue.schedule(1, 5, EventKind.PROGRESS, 1, 0);
        assertEquals(1, queue.firstSlot());
    }

    @Test
    void cancellingWhatIsNotThereDoesNothing() {
        EventQueue queue = new EventQueue(1, new FixedOrder());
        queue.cancel(0);
        queue.cancel(100);
        assertFalse(queue.contains(100));
        queue.schedule(100, 1, EventKind.TIMER, 0, 0);
        assertTrue(queue.contains(100));
    }
}
