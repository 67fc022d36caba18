// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.Arrays;
import java.util.List;

/**
 * The names behind the thread indices of a run's events: the declared threads in order from 0, then those that the kernel
 * makes of itself, the idle thread of each CPU first, then those that the declared ones create.
 */
public final class TraceNames {
    /** The index where an event is about no thread. */
    public static final int NONE = -1;

    private static final String IDLE = "idle";
    private static final List<String> OF_KERNEL = List.of(IDLE, "usched", "softclock");

    private final int declared;
    private final int created;
    private final List<String> resources;
    private final List<String> marks;
    private String[] names;
    private int count;

    /**
     * @param declared names of the declared threads, in order
     * @param ofKernel names of those that the kernel makes of itself, in order
     * @param resources names of the resources, in order
     * @param marks names of the marks, each once
     */
    public TraceNames(List<String> declared, List<String> ofKernel, List<String> resources, List<String> marks) {
        this.declared = declared.size();
        created = this.declared + ofKernel.size();
        this.resources = List.copyOf(resources);
        this.marks = List.copyOf(marks);
        names = new String[created];
        declared.forEach(this::add);
        ofKernel.forEach(this::add);
    }

    /** Names of a run without resources and marks. */
    public TraceNames(List<String> declared, List<String> ofKernel) {
        this(declared, ofKernel, List.of(), List.of());
    }

    /** A thread was created; its index is {@link #count}. */
    public void add(String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count + (count >> 1) + 1);
        }
        names[count++] = name;
    }

    /** The name of a resource by its number; empty for {@link #NONE}. */
    public String resource(int number) {
        return number == NONE ? "" : resources.get(number);
    }

    /** The names of all resources, by number. */
    public List<String> resources() {
        return resources;
    }

    /** The name of a mark by its number. */
    public String mark(int number) {
        return marks.get(number);
    }

    /** The number of a mark. */
    public int markNumber(String name) {
        return marks.indexOf(name);
    }

    /** Whether an idle thread is called so, of this machine or a larger one. */
    public static boolean isIdle(String name) {
        return isNumbered(IDLE, name);
    }

    /** Whether the kernel calls a thread of its own so, on this machine or a larger one: no declared thread may be. */
    public static boolean isOfKernel(String name) {
        return OF_KERNEL.stream().anyMatch(it -> isNumbered(it, name));
    }

    private static boolean isNumbered(String stem, String name) {
        return name.startsWith(stem)
                && name.length() > stem.length()
                && name.chars().skip(stem.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the thread is one that the kernel made of itself. */
    public boolean isOfKernel(int thread) {
        return thread >= declared && thread < created;
    }

    /** Number of declared threads. */
    public int declared() {
        return declared;
    }

    /** Number of all threads. */
    public int count() {
        return count;
    }

    /** Empty for {@link #NONE}. */
    public String name(int thread) {
        return thread == NONE ? "" : names[thread];
    }
}
