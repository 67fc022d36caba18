// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The arithmetic of {@link Bsd4UserScheduler}: how much CPU an lwp uses, and which priority that makes. */
@Ports("sys/kern/usched_bsd4.c")
final class Bsd4Estimate {
    /** {@code MAXPRI}: priorities in a class. */
    static final int MAXPRI = 128;

    static final int PRIMASK = MAXPRI - 1;
    static final int PRIBASE_REALTIME = 0;
    static final int PRIBASE_NORMAL = MAXPRI;
    static final int PRIBASE_IDLE = MAXPRI * 2;
    static final int PRIBASE_THREAD = MAXPRI * 3;
    /** Worse than any: of a CPU without a current process. */
    static final int PRIBASE_NULL = MAXPRI * 4;

    /** Priorities to a queue. */
    static final int PPQ = MAXPRI / Bsd4QueueClass.QUEUES;

    static final int PPQMASK = PPQ - 1;
    /** Units of the estimate to a queue. */
    static final int ESTCPUPPQ = 512;

    static final int ESTCPU_MAX = ESTCPUPPQ * Bsd4QueueClass.QUEUES;
    /** 30 seconds. */
    static final int BATCH_MAX = SchedClock.ESTCPUFREQ * 30;

    private static final int NICEPPQ = 2;
    private static final int PRIO_RANGE = LwpLifecycle.NICE_MAX - LwpLifecycle.NICE_MIN + 1;
    private static final int DECAY_MAX = 1024;
    private static final int FORK_CHILD = ESTCPUPPQ * 4;
    private static final int FORK_PARENT = ESTCPUPPQ / 16;

    private Bsd4Estimate() {}

    private static int limit(int estcpu) {
        return Math.min(estcpu, ESTCPU_MAX);
    }

    /** A tick of the scheduler's clock found the lwp running. */
    static void charge(Lwp lp) {
        lp.estcpu = limit(lp.estcpu + ESTCPU_MAX / SchedClock.ESTCPUFREQ + 1);
    }

    /** The lwp slept for longer than the estimate can follow; the priority is computed before it counts as less batchy. */
    static void halve(Lwp lp) {
        lp.estcpu >>= 1;
    }

    static void lessBatchy(Lwp lp, long ticks) {
        lp.batch = (int) Math.max(lp.batch - ticks, 0);
    }

    /**
     * Lets the estimate follow what was used in the last {@code totalTicks}, and the batch count whether that was more
     * than half a CPU.
     *
     * @param waiting lwps that wait for a turn: they make the CPU used weigh more
     */
    static void follow(Lwp lp, long totalTicks, int waiting, int ncpus, int decay) {
        int used = (int) ((long) lp.cpTicks * ESTCPU_MAX * (waiting + ncpus) / (ncpus * totalTicks));
        if (used > ESTCPU_MAX / 2) {
            lp.batch = (int) Math.min(lp.batch + totalTicks, BATCH_MAX);
        } else {
            lessBatchy(lp, totalTicks);
        }
        int factor = Math.clamp(decay, 1, DECAY_MAX);
        lp.estcpu = limit((lp.estcpu * factor + used) / (factor + 1));
    }

    /** A child starts four queues worse than its parent and half batchy; the parent pays a little. */
    @Ports("sys/kern/usched_bsd4.c#bsd4_forking")
    static void fork(Lwp parent, Lwp child) {
        child.estcpu = limit(parent.estcpu + FORK_CHILD);
        child.batch = BATCH_MAX / 2;
        parent.estcpu = limit(parent.estcpu + FORK_PARENT);
    }

    /** The lwp's user priority, lower is better: its class, and in the normal class nice value and estimate. */
    static int priority(Lwp lp) {
        int prio = lp.rtPrio & PRIMASK;
        return switch (lp.rtPrioType) {
            case REALTIME, FIFO -> PRIBASE_REALTIME + prio;
            case NORMAL -> PRIBASE_NORMAL + (normalPriority(lp) & PRIMASK);
            case IDLE -> PRIBASE_IDLE + prio;
            case THREAD -> PRIBASE_THREAD + prio;
        };
    }

    private static int normalPriority(Lwp lp) {
        int estcpu = lp.estcpu * (lp.batch + BATCH_MAX) / (BATCH_MAX * 2);
        int sum = (lp.nice - LwpLifecycle.NICE_MIN) * PPQ / NICEPPQ + estcpu * PPQ / ESTCPUPPQ;
        return sum * MAXPRI / (PRIO_RANGE * PPQ / NICEPPQ + ESTCPU_MAX * PPQ / ESTCPUPPQ);
    }

    /** Whether {@code upri} is worse than {@code priority} by a queue or more. */
    static boolean isWorseQueue(int upri, int priority) {
        return (upri & ~PPQMASK) > (priority & ~PPQMASK);
    }
}
