// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.lwkt.dsl.lwkt.AtPriority;
import org.lwkt.dsl.lwkt.Nice;
import org.lwkt.dsl.lwkt.OnCpu;
import org.lwkt.dsl.lwkt.Priority;
import org.lwkt.dsl.lwkt.SignalNumber;
import org.lwkt.dsl.lwkt.ThreadDeclaration;
import org.lwkt.dsl.lwkt.ThreadFlag;
import org.lwkt.dsl.lwkt.ThreadFlagKind;
import org.lwkt.dsl.lwkt.ThreadOption;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Where and how a thread starts, with the defaults: CPU 0, and KERN_DAEMON or for interrupt threads INT_MED. */
public final class ThreadFacts {
    public static final int CPU_DEFAULT = 0;
    public static final int PRIORITY_LEAST = 0;

    private ThreadFacts() {}

    /** The CPU, {@link ThreadSpec#ANY_CPU} for the rotator; empty where it is no number that is known and can be one. */
    public static OptionalInt cpu(ThreadDeclaration thread) {
        OnCpu option = option(thread, OnCpu.class).orElse(null);
        if (option == null) {
            return OptionalInt.of(CPU_DEFAULT);
        }
        if (option.isAny()) {
            return OptionalInt.of(ThreadSpec.ANY_CPU);
        }
        OptionalLong cpu = Constants.of(option.getCpu());
        return cpu.isEmpty() || cpu.getAsLong() < 0 || cpu.getAsLong() > Integer.MAX_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of((int) cpu.getAsLong());
    }

    public static OptionalInt priority(ThreadDeclaration thread) {
        return option(thread, AtPriority.class)
                .map(it -> priority(it.getPriority()))
                .orElse(OptionalInt.of(preset(thread)));
    }

    private static int preset(ThreadDeclaration thread) {
        if (thread.isInterrupt()) {
            return ThreadPriority.INT_MED;
        }
        if (thread.isSupport()) {
            return ThreadPriority.INT_SUPPORT;
        }
        return thread.isUser() ? ThreadPriority.USER_NORM : ThreadPriority.KERN_DAEMON;
    }

    /** The first option of the type. */
    public static <O extends ThreadOption> Optional<O> option(ThreadDeclaration thread, Class<O> type) {
        return thread.getOptions().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    public static boolean has(ThreadDeclaration thread, ThreadFlagKind kind) {
        return thread.getOptions().stream().anyMatch(it -> it instanceof ThreadFlag flag && flag.getKind() == kind);
    }

    /** Empty where it is out of range. */
    public static OptionalInt nice(Nice nice) {
        Long level = nice.getLevel();
        if (level == null || level > ThreadSpec.NICE_MAX) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(nice.isBelow() ? -level.intValue() : level.intValue());
    }

    /** Whether it is a pattern for {@code create}, and no thread itself. */
    public static boolean isTemplate(ThreadDeclaration thread) {
        return has(thread, ThreadFlagKind.TEMPLATE);
    }

    /** The number of a signal; empty where there is none of that name, or the number is out of range. */
    public static OptionalInt signal(SignalNumber signal) {
        if (signal == null) {
            return OptionalInt.empty();
        }
        if (signal.getName() != null) {
            return Signals.number(signal.getName());
        }
        Long number = signal.getNumber();
        return number == null || number < 1 || number > Signals.MAX
                ? OptionalInt.empty()
                : OptionalInt.of(number.intValue());
    }

    /** The number of a priority; empty where there is none of that name, or the number is out of range. */
    public static OptionalInt priority(Priority priority) {
        if (priority == null) {
            return OptionalInt.empty();
        }
        if (priority.getName() != null) {
            return ThreadPriority.byName(priority.getName());
        }
        Long level = priority.getLevel();
        return level == null || level < PRIORITY_LEAST || level > ThreadPriority.MAX
                ? OptionalInt.empty()
                : OptionalInt.of(level.intValue());
    }
}
