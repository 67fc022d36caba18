// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.Arrays;

/**
 * The threads of a machine by their numbers: the declared ones from 0, then a gap for the threads of the kernel's own, then those that
 * were created while it ran.
 */
final class ThreadTable {
    private final int declared;
    private final int firstCreated;
    private SimThread[] threads;
    private int end;

    ThreadTable(SimThread[] declaredThreads, int kernelThreads) {
        declared = declaredThreads.length;
        firstCreated = declared + kernelThreads;
        end = firstCreated;
        threads = Arrays.copyOf(declaredThreads, end);
    }

    /** How many were declared. */
    int declared() {
        return declared;
    }

    /** How many were created while the machine ran. */
    int created() {
        return end - firstCreated;
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
