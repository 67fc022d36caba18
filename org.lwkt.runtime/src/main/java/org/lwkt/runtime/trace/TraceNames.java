// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.List;

/**
 * The names behind the thread indices of a run's events: the declared threads in order from 0, then the idle thread of
 * each CPU.
 */
public final class TraceNames {
    /** The index where an event is about no thread. */
    public static final int NONE = -1;

    private final String[] names;
    private final int declared;

    /**
     * @param declared names of the declared threads, in order
     * @param cpus how many idle threads follow
     */
    public TraceNames(List<String> declared, int cpus) {
        this.declared = declared.size();
        names = new String[this.declared + cpus];
        for (int index = 0; index < this.declared; index++) {
            names[index] = declared.get(index);
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            names[this.declared + cpu] = "idle" + cpu;
        }
    }

    /** Number of declared threads. */
    public int declared() {
        return declared;
    }

    /** Number of all threads, the idle threads included. */
    public int count() {
        return names.length;
    }

    /** Empty for {@link #NONE}. */
    public String name(int thread) {
        return thread == NONE ? "" : names[thread];
    }
}
