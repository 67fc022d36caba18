// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;

/**
 * The threads of a machine by their numbers: the declared ones from 0, then a gap for the idle threads, then those that
 * were created while it ran.
 */
final class ThreadTable {
    private final int declared;
    private SimThread[] threads;
    private int end;

    ThreadTable(SimThread[] declaredThreads, int cpus) {
        declared = declaredThreads.length;
        end = declared + cpus;
        threads = Arrays.copyOf(declaredThreads, end);
    }

    int declared() {
        return declared;
    }

    /** One more than the largest number. */
    int end() {
        return end;
    }

    /** The thread of that number; null where there is none. */
    SimThread get(long number) {
        return number >= 0 && number < end ? threads[(int) number] : null;
    }

    /** Adds a thread whose number is {@link #end}. */
    void add(SimThread thread) {
        if (end == threads.length) {
            threads = Arrays.copyOf(threads, end * 2);
        }
        threads[end++] = thread;
    }
}
