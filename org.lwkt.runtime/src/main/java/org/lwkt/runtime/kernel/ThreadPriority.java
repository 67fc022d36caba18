// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** {@code TDPRI_*} of sys/thread.h: the fixed priorities of kernel threads, higher is better. */
public final class ThreadPriority {
    public static final int IDLE_THREAD = 0;
    public static final int IDLE_WORK = 1;
    public static final int USER_SCHEDULER = 2;
    public static final int USER_IDLE = 4;
    public static final int USER_NORM = 6;
    public static final int USER_REAL = 8;
    /** Threads below it compete by {@code td_upri} too when the head of the run queue is contended. */
    public static final int KERN_LPSCHED = 9;

    public static final int KERN_USER = 10;
    public static final int KERN_DAEMON = 12;
    public static final int SOFT_NORM = 14;
    public static final int SOFT_TIMER = 16;
    public static final int INT_SUPPORT = 20;
    public static final int INT_LOW = 27;
    public static final int INT_MED = 28;
    public static final int INT_HIGH = 29;
    public static final int MAX = 31;

    private static final List<String> NAMES = List.of(
            "IDLE_THREAD",
            "IDLE_WORK",
            "USER_SCHEDULER",
            "USER_IDLE",
            "USER_NORM",
            "USER_REAL",
            "KERN_LPSCHED",
            "KERN_USER",
            "KERN_DAEMON",
            "SOFT_NORM",
            "SOFT_TIMER",
            "INT_SUPPORT",
            "INT_LOW",
            "INT_MED",
            "INT_HIGH",
            "MAX");
    private static final List<Integer> VALUES = List.of(
            IDLE_THREAD,
            IDLE_WORK,
            USER_SCHEDULER,
            USER_IDLE,
            USER_NORM,
            USER_REAL,
            KERN_LPSCHED,
            KERN_USER,
            KERN_DAEMON,
            SOFT_NORM,
            SOFT_TIMER,
            INT_SUPPORT,
            INT_LOW,
            INT_MED,
            INT_HIGH,
            MAX);

    private ThreadPriority() {}

    /** The names without {@code TDPRI_}, lowest priority first. */
    public static List<String> names() {
        return NAMES;
    }

    /** The priority called {@code name} (without {@code TDPRI_}). */
    public static OptionalInt byName(String name) {
        return IntStream.range(0, NAMES.size())
                .filter(i -> NAMES.get(i).equals(name))
                .map(VALUES::get)
                .findFirst();
    }
}
