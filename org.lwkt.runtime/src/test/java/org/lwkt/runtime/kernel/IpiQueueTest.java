// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IpiQueueTest {
    private final IpiQueue queue = new IpiQueue();

    @Test
    void answersMessagesInTheOrderInWhichTheyCame() {
        int read = 0;
        int written = 0;
        for (int round = 1; round <= 60; round++) {
            for (int i = 0; i < round; i++) {
                write(written++);
            }
            for (int i = 0; i < round - 1; i++) {
                assertNext(read++);
            }
        }
        assertEquals(60, written - read);
        while (read < written) {
            assertNext(read++);
        }
        assertTrue(queue.isEmpty());
    }

    @Test
    void keepsTheEndOfATurnWhileItGrows() {
        for (int i = 0; i < 10; i++) {
            write(i);
            assertNext(i);
        }
        write(10);
        int end = queue.writeIndex();
        for (int i = 11; i < 60; i++) {
            write(i);
        }
        assertTrue(end - queue.readIndex() > 0);
        assertNext(10);
        assertFalse(end - queue.readIndex() > 0);
        assertNext(11);
        assertFalse(end - queue.readIndex() > 0);
    }

    private void write(int number) {
        queue.write(IpiFunction.values()[number % 6], "argument " + number, number);
    }

    private void assertNext(int number) {
        assertFalse(queue.isEmpty());
        assertEquals(IpiFunction.values()[number % 6], queue.function());
        assertEquals(number, queue.argument2());
        assertEquals("argument " + number, queue.take());
    }
}
