// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;

/**
 * What an expectation measures in an {@link Interval}. Threads and tokens are given by name; the name of an array stands
 * for all its elements: sums and counts are over all, statistics are of each.
 */
public sealed interface Measure {
    /** Stands for all CPUs. */
    int ANY_CPU = -1;

    /** What values are. */
    enum Unit {
        COUNT,
        /** Nanoseconds. */
        TIME,
        /** Billionths. */
        FRACTION
    }

    /** What {@link Bounds} of it are. */
    Unit unit();

    /** CPU time of a thread. */
    record CpuTime(String thread) implements Measure {
        @Override
        public Unit unit() {
            return Unit.TIME;
        }
    }

    /** How often the current thread of a CPU changed. */
    record SwitchesOfCpu(int cpu) implements Measure {
        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /** How often a CPU changed into the thread. */
    record SwitchesToThread(String thread) implements Measure {
        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /**
     * How long the thread waits from the schedule, wake-up or interrupt arrival that makes it runnable until it goes on with
     * its body on a CPU. Belongs to the interval in which it ends.
     */
    record Latency(Statistic statistic, String thread) implements Measure {
        public Latency {
            requireOfSamples(statistic, false);
        }

        @Override
        public Unit unit() {
            return Unit.TIME;
        }
    }

    /**
     * How long the thread takes from an interrupt arrival or wake-up until it next waits or sleeps, or exits. Interrupts that
     * arrive before the turn begins that answers them are answered by it, the time is that from the first one; those that
     * arrive later are answered by the next turn. Belongs to the interval in which it ends.
     */
    record Response(Statistic statistic, String thread) implements Measure {
        public Response {
            requireOfSamples(statistic, false);
        }

        @Override
        public Unit unit() {
            return Unit.TIME;
        }
    }

    /**
     * How long threads wait for the token: from an attempt to take it that fails, by {@code lwkt_gettoken()} or because the
     * thread is to be resumed with it, until the thread has it or finds that it waits for another one. TOTAL adds the
     * times of all threads up as far as they lie in the interval, COUNT counts the waits that begin in it.
     */
    record Contention(Statistic statistic, String token) implements Measure {
        public Contention {
            requireOfSamples(statistic, true);
        }

        @Override
        public Unit unit() {
            return statistic == Statistic.COUNT ? Unit.COUNT : Unit.TIME;
        }
    }

    /**
     * How long the token is held without a break, by one thread or by several that share it. A thread that blocks or is
     * switched away gives its tokens up; one that is preempted keeps them. TOTAL is the time in the interval in which the
     * token is held, COUNT counts the times that begin in it.
     */
    record Hold(Statistic statistic, String token) implements Measure {
        public Hold {
            requireOfSamples(statistic, true);
        }

        @Override
        public Unit unit() {
            return statistic == Statistic.COUNT ? Unit.COUNT : Unit.TIME;
        }
    }

    /** IPI messages queued by one CPU for another; {@link #ANY_CPU} on either side. */
    record Ipis(int source, int target) implements Measure {
        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /** Device interrupts that arrived at the CPU, stray ones included. */
    record Interrupts(int cpu) implements Measure {
        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /**
     * How many threads stand on the CPU's run queue, the current one included if it does, after all events of an instant. The
     * mean is weighted by time.
     */
    record Runnable(Statistic statistic, int cpu) implements Measure {
        public Runnable {
            require(
                    EnumSet.of(Statistic.EVERY, Statistic.MIN, Statistic.MEAN, Statistic.MAX)
                            .contains(statistic),
                    statistic);
        }

        @Override
        public Unit unit() {
            return statistic == Statistic.MEAN ? Unit.FRACTION : Unit.COUNT;
        }
    }

    /** The part of the time in which a thread other than the idle thread used the CPU. */
    record Utilisation(int cpu) implements Measure {
        @Override
        public Unit unit() {
            return Unit.FRACTION;
        }
    }

    /** Jain's index over the CPU times of an array's threads: 1 where all are equal, 1/n where one has all. */
    record Fairness(String threads) implements Measure {
        @Override
        public Unit unit() {
            return Unit.FRACTION;
        }
    }

    private static void requireOfSamples(Statistic statistic, boolean sums) {
        require(sums || statistic != Statistic.COUNT && statistic != Statistic.TOTAL, statistic);
    }

    private static void require(boolean allowed, Statistic statistic) {
        if (!allowed) {
            throw new IllegalArgumentException("there is no " + statistic.word() + " of it");
        }
    }
}
