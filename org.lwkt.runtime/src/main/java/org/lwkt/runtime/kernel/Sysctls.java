// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.List;

/** The kernel's sysctls and tunables, by their kernel names. Read by the kernel at any time; one object per kernel. */
public final class Sysctls {
    /** {@code lwkt.spin_loops}: tries of a contended token until the sorted order, unsigned. */
    int spinLoops = 10;
    /** {@code lwkt.preempt_enable}. */
    boolean preemptEnable = true;
    /** {@code lwkt.panic_on_cscount}. */
    boolean panicOnCscount;
    /** {@code lwkt.cache_threads}: nominal size of the object cache, 0: chosen by {@code lwkt_init()}. */
    int cacheThreads;
    /** {@code lwkt.use_spin_port}. */
    boolean useSpinPort;
    /** {@code lwkt.sched_debug}: number of contention lines still to be printed. */
    int schedDebug;
    /** {@code hw.tsc_frequency}, in vectors {@code tsc_frequency}: 0 switches off what measures by the time-stamp counter. */
    long tscFrequency = 1L << 40;
    /** Whether the bounded retry of a shared token request ignores a pending exclusive request. */
    boolean tokenWindow;
    /** Whether the idle loop waits inside a critical section. */
    boolean idleCrit;

    /** How a contested spin lock reads the time-stamp window: 0 not at all, 1 always open, 2 closed with several CPUs. */
    int spinWindow;
    /** Whether the timer looks for messages that came without an interrupt. */
    boolean passiveTick;
    /** {@code tsleep_now_works}: off during early boot. */
    boolean tsleepNowWorks = true;
    /** {@code lwkt.tokens_debug_output}: number of blocking token requests still to be shown. */
    int tokensDebugOutput;

    /** {@code kern.hz}: hardclocks a second. */
    int hz = 100;
    /** {@code kern.usched_bsd4.rrinterval}: ticks of the scheduler's clock that a user thread may go on for. */
    int bsd4RrInterval = 5;
    /** {@code kern.usched_bsd4.decay}: how slowly an estimate follows what was measured. */
    int bsd4Decay = 8;
    /** {@code kern.livelock_limit}: interrupts a second beyond which one is limited. */
    int livelockLimit = 40_000;
    /** {@code kern.livelock_limit_hi}: the same for interrupts of high frequency. */
    int livelockLimitHi = 120_000;
    /** {@code kern.livelock_lowater}: interrupts a second below which the limit is removed. */
    int livelockLowater = 20_000;
    /** {@code kern.livelock_debug}: the interrupt that reports every second that it is limited, or -1. */
    int livelockDebug = -1;

    private static final int HZ_MAX = 1_000_000;

    private static final List<String> NAMES = List.of(
            "lwkt.cache_threads",
            "lwkt.panic_on_cscount",
            "lwkt.preempt_enable",
            "lwkt.sched_debug",
            "lwkt.spin_loops",
            "lwkt.use_spin_port",
            "tsc_frequency",
            "hw.tsc_frequency",
            "token_window",
            "idle_crit",
            "spin_window",
            "passive_tick",
            "tsleep_works",
            "lwkt.tokens_debug_output",
            "kern.hz",
            "kern.usched_bsd4.rrinterval",
            "kern.usched_bsd4.decay",
            "kern.livelock_limit",
            "kern.livelock_limit_hi",
            "kern.livelock_lowater",
            "kern.livelock_debug");

    /** All names that {@link #set} takes. */
    public static List<String> names() {
        return NAMES;
    }

    /** Whether the time-stamp window lets a contested spin lock be shared past waiters. */
    boolean isSpinWindowOpen(int ncpus) {
        return spinWindow == 1 || spinWindow == 2 && ncpus == 1;
    }

    /**
     * Sets a variable before the kernel boots.
     *
     * @throws IllegalArgumentException if no variable has that name, or its C type or its use has no such value
     */
    public void set(String name, long value) {
        if (value < least(name) || value > most(name)) {
            throw new IllegalArgumentException(name + " must be " + least(name) + " to " + most(name) + ": " + value);
        }
        switch (name) {
            case "lwkt.spin_loops" -> spinLoops = (int) value;
            case "lwkt.preempt_enable" -> preemptEnable = value != 0;
            case "lwkt.panic_on_cscount" -> panicOnCscount = value != 0;
            case "lwkt.cache_threads" -> cacheThreads = (int) value;
            case "lwkt.use_spin_port" -> useSpinPort = value != 0;
            case "lwkt.sched_debug" -> schedDebug = (int) value;
            case "tsc_frequency", "hw.tsc_frequency" -> tscFrequency = value;
            case "token_window" -> tokenWindow = value != 0;
            case "idle_crit" -> idleCrit = value != 0;
            case "spin_window" -> spinWindow = (int) value;
            case "passive_tick" -> passiveTick = value != 0;
            case "tsleep_works" -> tsleepNowWorks = value != 0;
            case "lwkt.tokens_debug_output" -> tokensDebugOutput = (int) value;
            case "kern.hz" -> hz = (int) value;
            case "kern.usched_bsd4.rrinterval" -> bsd4RrInterval = (int) value;
            case "kern.usched_bsd4.decay" -> bsd4Decay = (int) value;
            case "kern.livelock_limit" -> livelockLimit = (int) value;
            case "kern.livelock_limit_hi" -> livelockLimitHi = (int) value;
            case "kern.livelock_lowater" -> livelockLowater = (int) value;
            case "kern.livelock_debug" -> livelockDebug = (int) value;
            default -> throw new IllegalArgumentException("no such variable: " + name);
        }
    }

    /** The smallest value that the variable can have. */
    public static long least(String name) {
        return switch (name) {
            case "kern.hz", "kern.usched_bsd4.rrinterval", "kern.usched_bsd4.decay" -> 1;
            case "kern.livelock_limit", "kern.livelock_limit_hi" -> 1;
            case "kern.livelock_lowater" -> 0;
            case "tsc_frequency", "hw.tsc_frequency" -> Long.MIN_VALUE;
            default -> Integer.MIN_VALUE;
        };
    }

    /** The largest value that the variable can have. */
    public static long most(String name) {
        return switch (name) {
            case "kern.hz" -> HZ_MAX;
            case "lwkt.spin_loops" -> 0xffffffffL;
            case "tsc_frequency", "hw.tsc_frequency" -> Long.MAX_VALUE;
            default -> Integer.MAX_VALUE;
        };
    }

    /** {@code passive_tick}: whether the hardclock looks for messages that no interrupt was raised for. */
    public boolean isPassiveTick() {
        return passiveTick;
    }
}
