// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.OptionalInt;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Where and how a thread starts, with the defaults: CPU 0, and KERN_DAEMON or for interrupt threads INT_MED. */
public final class ThreadFacts {
    public static final int CPU_DEFAULT = 0;
    public static final int PRIORITY_LEAST = 0;

    private ThreadFacts() {}

    /** The CPU, {@link ThreadSpec#ANY_CPU} for the rotator; empty where the number cannot be one. */
    public static OptionalInt cpu(ThreadDeclaration thread) {
        if (thread.isAnyCpu()) {
            return OptionalInt.of(ThreadSpec.ANY_CPU);
        }
        return thread.getCpu() == null ? OptionalInt.of(CPU_DEFAULT) : toInt(thread.getCpu());
    }

    public static OptionalInt priority(ThreadDeclaration thread) {
        if (thread.getPriority() != null) {
            return priority(thread.getPriority());
        }
        return OptionalInt.of(thread.isInterrupt() ? ThreadPriority.INT_MED : ThreadPriority.KERN_DAEMON);
    }

    /** The number of a priority; empty where there is none of that name, or the number is out of range. */
    public static OptionalInt priority(Priority priority) {
        if (priority.getName() != null) {
            return ThreadPriority.byName(priority.getName());
        }
        Long level = priority.getLevel();
        return level == null || level < PRIORITY_LEAST || level > ThreadPriority.MAX
                ? OptionalInt.empty()
                : OptionalInt.of(level.intValue());
    }

    private static OptionalInt toInt(long value) {
        return value > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) value);
    }
}
