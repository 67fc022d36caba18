// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;

/** The locks that one thread holds and that do not know their holders: a number for each hold, in no order. */
final class HeldLocks {
    private int[] numbers = new int[4];
    private int count;

    void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
    }

    /** Takes one hold out; does nothing if there is none. */
    void remove(int number) {
        for (int at = count - 1; at >= 0; at--) {
            if (numbers[at] == number) {
                numbers[at] = numbers[--count];
                return;
            }
        }
    }

    boolean contains(int number) {
        for (int at = 0; at < count; at++) {
            if (numbers[at] == number) {
                return true;
            }
        }
        return false;
    }
}
