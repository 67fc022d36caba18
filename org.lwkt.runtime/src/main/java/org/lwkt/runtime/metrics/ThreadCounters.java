// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

import java.util.Arrays;

/**
 * What is counted of each thread: those of one thread stand side by side, since they change together, and with a million
 * threads each of them is a cache miss.
 */
final class ThreadCounters {
    static final int CPU_TIME_NS = 0;
    static final int SWITCHES_TO = 1;
    static final int PREEMPTED = 2;
    static final int START_NS = 3;
    static final int END_NS = 4;
    static final int RUNNABLE_SINCE_NS = 5;
    static final int LATENCY_MAX_NS = 6;
    static final long NEVER = -1;

    /** One cache line. */
    private static final int SHIFT = 3;

    private long[] words = {};

    /** Makes room for that many threads. */
    void grow(int threads) {
        int from = words.length >> SHIFT;
        if (threads <= from) {
            return;
        }
        int room = from == 0 ? threads : Math.max(threads, from + (from >> 1));
        words = Arrays.copyOf(words, room << SHIFT);
        for (int thread = from; thread < room; thread++) {
            set(thread, START_NS, NEVER);
            set(thread, END_NS, NEVER);
            set(thread, RUNNABLE_SINCE_NS, NEVER);
        }
    }

    long get(int thread, int counter) {
        return words[(thread << SHIFT) + counter];
    }

    void set(int thread, int counter, long value) {
        words[(thread << SHIFT) + counter] = value;
    }

    void add(int thread, int counter, long value) {
        words[(thread << SHIFT) + counter] += value;
    }
}
