// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.List;
import org.lwkt.runtime.snapshot.Constant;

/**
 * The names behind the thread indices of a run's events: the declared threads in order from 0, then the idle thread of
 * each CPU.
 */
@Constant
public final class TraceNames {
    /** The index where an event is about no thread. */
    public static final int NONE = -1;

    private static final String IDLE = "idle";

    private final String[] names;
    private final int declared;
    private final List<String> resources;
    private final List<String> marks;

    /** Names of a run without resources and marks. */
    public TraceNames(List<String> declared, int cpus) {
        this(declared, cpus, List.of(), List.of());
    }

    /**
     * @param declared names of the declared threads, in order
     * @param cpus how many idle threads follow
     * @param resources names of the resources, in order
     * @param marks names of the marks, each once
     */
    public TraceNames(List<String> declared, int cpus, List<String> resources, List<String> marks) {
        this.resources = List.copyOf(resources);
        this.marks = List.copyOf(marks);
        this.declared = declared.size();
        names = new String[this.declared + cpus];
        for (int index = 0; index < this.declared; index++) {
            names[index] = declared.get(index);
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            names[this.declared + cpu] = IDLE + cpu;
        }
    }

    /** The name of a resource by its number; empty for {@link #NONE}. */
    public String resource(int number) {
        return number == NONE ? "" : resources.get(number);
    }

    /** The name of a mark by its number. */
    public String mark(int number) {
        return marks.get(number);
    }

    /** The number of a mark. */
    public int markNumber(String name) {
        return marks.indexOf(name);
    }

    /** Whether an idle thread is called so, of this machine or a larger one: no declared thread may be. */
    public static boolean isIdle(String name) {
        return name.startsWith(IDLE)
                && name.length() > IDLE.length()
                && name.chars().skip(IDLE.length()).allMatch(c -> c >= '0' && c <= '9');
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
