// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TailQueueTest {
    private final TailQueue queue = new TailQueue(TailQueue.Field.ALLQ, KernelObserver.NONE);
    private final LwktThread a = thread("A");
    private final LwktThread b = thread("B");
    private final LwktThread c = thread("C");

    private static LwktThread thread(String name) {
        LwktThread td = LwktThread.template();
        td.comm = name;
        return td;
    }

    @Test
    void keepsTheOrderWhereverOneIsTakenOut() {
        insertAll();
        queue.remove(b);
        assertQueue("A C");
        queue.insertTail(b);
        assertQueue("A C B");
        queue.remove(a);
        assertQueue("C B");
        queue.remove(b);
        queue.insertTail(a);
        assertQueue("C A");
    }

    /** As with the C macro, where the head is only needed for the last element. */
    @Test
    void removesFromTheQueueThatTheThreadIsOn() {
        insertAll();
        new TailQueue(TailQueue.Field.ALLQ, KernelObserver.NONE).remove(a);
        assertQueue("B C");
    }

    @Test
    void theLinksOfTwoFieldsAreIndependent() {
        queue.insertTail(a);
        TailQueue sleepers = new TailQueue(TailQueue.Field.SLEEPQ, KernelObserver.NONE);
        sleepers.insertTail(a);
        queue.remove(a);
        assertQueue("");
        assertEquals(a, sleepers.first());
    }

    @Trips(function = "tailq", text = "insert td_allq A")
    void refusesAThreadThatIsOnAList() {
        queue.insertTail(a);
        queue.insertTail(a);
    }

    @Trips(function = "tailq", text = "remove td_sleepq A")
    void refusesToRemoveAThreadThatIsOnNone() {
        new TailQueue(TailQueue.Field.SLEEPQ, KernelObserver.NONE).remove(a);
    }

    private void insertAll() {
        queue.insertTail(a);
        queue.insertTail(b);
        queue.insertTail(c);
        assertQueue("A B C");
    }

    private void assertQueue(String names) {
        List<String> order = new ArrayList<>();
        queue.forEach(td -> order.add(td.comm));
        assertEquals(names, String.join(" ", order));
    }
}
