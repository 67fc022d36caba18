// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KernelStackTest {
    private final KernelStack stack = new KernelStack();

    @Test
    void givesFramesBackWithTheirWordsLastInFirstOut() {
        for (int i = 0; i < KernelStack.DEPTH_MAX; i++) {
            stack.push(i, i + 1L, -i, "frame " + i);
            assertEquals(i, stack.top());
        }
        assertEquals(KernelStack.DEPTH_MAX, stack.depth());
        for (int i = KernelStack.DEPTH_MAX - 1; i >= 0; i--) {
            assertEquals(i, stack.pop());
            assertEquals(i + 1L, stack.first());
            assertEquals(-i, stack.second());
            assertEquals("frame " + i, stack.takeReference());
        }
        assertTrue(stack.isEmpty());
    }

    @Test
    void aShorterPushLeavesNothingOfAnEarlierFrame() {
        stack.push(1, 2, 3, "reference");
        stack.pop();
        stack.push(4);
        stack.pop();
        assertEquals(0, stack.first());
        assertEquals(0, stack.second());
    }

    @Test
    void aReferenceIsHeldNoLongerThanItsFrame() {
        stack.push(1, 0, 0, "reference");
        stack.pop();
        assertEquals("reference", stack.takeReference());
        assertNull(stack.takeReference());
    }

    @Test
    void clearedItHoldsNothing() {
        stack.push(1, 0, 0, "reference");
        assertFalse(stack.isEmpty());
        stack.clear();
        assertTrue(stack.isEmpty());
        stack.push(2);
        stack.pop();
        assertNull(stack.takeReference());
    }

    @Test
    void overflowIsADoubleFault() {
        for (int i = 0; i < KernelStack.DEPTH_MAX; i++) {
            stack.push(i);
        }
        KernelPanic e = assertThrows(KernelPanic.class, () -> stack.push(0));
        assertEquals("double fault: kernel stack overflow", e.getMessage());
    }
}
