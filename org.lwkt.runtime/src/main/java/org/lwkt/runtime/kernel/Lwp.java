// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct lwp}, and of its process what a sleep looks at: the user side of a thread. */
public final class Lwp {
    /** {@code lwp_stat}. */
    static final int LSRUN = 2;

    static final int LSSTOP = 3;
    static final int LSSLEEP = 4;

    /** Signals below it interrupt a system call, the others restart it: this {@code ps_sigintr} is the same for all. */
    private static final int SIGINTR_END = 16;

    /** {@code LWP_MP_ONRUNQ}: the user scheduler holds the lwp on a queue of its own. */
    boolean onRunq;

    int stat = LSRUN;
    final LwktToken token;
    final LwktThread thread;
    /** {@code p_token} of a process with this lwp alone. */
    final LwktToken procToken = new LwktToken("proc", Integer.MAX_VALUE);
    /** {@code LWP_SINTR}. */
    boolean interruptible;
    /** {@code p_stat} is SCORE: the process dumps core. */
    boolean core;
    /** {@code LWP_MP_WSTOP}. */
    boolean stopped;
    /** {@code LWP_MP_WEXIT}. */
    boolean exiting;
    /** {@code p_nstopped}. */
    int stoppedCount;

    // lwp_procq: the links of the user scheduler's run queue.
    Lwp procqNext;
    Lwp procqPrev;

    /** {@code lwp_slptime}: seconds asleep, as the clock that runs once a second counts them. */
    int sleepTime;
    /** {@code lwp_cpticks}: ticks of the scheduler's clock used since {@link #cpBase}. */
    int cpTicks;
    /** {@code lwp_cpbase}: the tick of the scheduler's clock that the measurement began with. */
    long cpBase;
    /** {@code lwp_pctcpu}: 1 &lt;&lt; 11 is all of one CPU. */
    int pctCpu;
    /** {@code p_nice}. */
    int nice;
    /** {@code lwp_rtprio.type}. */
    RtPrioType rtPrioType = RtPrioType.NORMAL;
    /** {@code lwp_rtprio.prio}. */
    int rtPrio;

    // lwp_usdata.bsd4.

    /** Lower is better. */
    int priority;
    /** Which queue of its class the lwp belongs on. */
    int rqIndex;
    /** A copy of {@link #rtPrioType}, kept while the lwp is on a queue. */
    RtPrioType rqType = RtPrioType.REALTIME;
    /** How much like a batch job the lwp behaves, 0 to {@link Bsd4Estimate#BATCH_MAX}. */
    int batch;
    /** The estimate of the CPU time it uses, 0 to {@link Bsd4Estimate#ESTCPU_MAX}. */
    int estcpu;

    /** {@code lwp_cpumask}, null: all CPUs. */
    private CpuMask cpuMask;

    public Lwp(LwktThread thread, LwktToken token) {
        this.thread = thread;
        this.token = token;
    }

    public boolean isSleeping() {
        return stat == LSSLEEP;
    }

    /** Sets {@code lwp_stat}: 2 LSRUN, 3 LSSTOP, 4 LSSLEEP. */
    public void setStat(int newStat) {
        stat = newStat;
    }

    /** A stopped lwp stays stopped while it sleeps. */
    void sleeps() {
        if (stat != LSSTOP) {
            stat = LSSLEEP;
        }
    }

    public void setOnRunq(boolean on) {
        onRunq = on;
    }

    public void setCore(boolean on) {
        core = on;
    }

    /** What a system call that the pending signal ends answers, or 0. */
    int signalError() {
        int signal = thread.signal;
        if (signal == 0) {
            return 0;
        }
        return signal < SIGINTR_END ? SleepQueue.EINTR : SleepQueue.ERESTART;
    }

    /** {@code lwp_token}. */
    public LwktToken token() {
        return token;
    }

    /** The thread that the lwp was made for. */
    public LwktThread thread() {
        return thread;
    }

    /** {@code lwp_cpumask}: whether the user scheduler may run the lwp there. */
    public boolean mayRunOn(int cpu) {
        return cpuMask == null || cpuMask.contains(cpu);
    }

    /**
     * Sets {@code lwp_cpumask}; the lwp leaves a CPU that it may not run on when it returns to user mode next.
     *
     * @throws IllegalArgumentException if the set is empty
     */
    public void setCpuMask(CpuMask mask) {
        if (mask.isEmpty()) {
            throw new IllegalArgumentException("an lwp must have a CPU to run on");
        }
        cpuMask = mask;
    }

    /** Leaves those of {@code cpus} that the lwp may run on. */
    void retainIn(CpuMask cpus) {
        if (cpuMask != null) {
            cpus.retain(cpuMask);
        }
    }

    /** The first CPU that the lwp may run on. */
    int firstCpu() {
        return cpuMask == null ? 0 : cpuMask.next(0);
    }

    /** What a child takes over from {@code parent}: its CPUs, its nice value and its class. */
    void inherit(Lwp parent) {
        cpuMask = parent.cpuMask;
        nice = parent.nice;
        rtPrioType = parent.rtPrioType;
        rtPrio = parent.rtPrio;
    }

    /** Sets {@code lwp_rtprio}; counts from the next time that the priority is computed. */
    public void setRtPrio(RtPrioType type, int prio) {
        rtPrioType = type;
        rtPrio = prio;
    }

    /** {@code p_nice}, -20 to 20. */
    public int nice() {
        return nice;
    }

    /** The user scheduler's priority, lower is better. */
    public int priority() {
        return priority;
    }

    /** The user scheduler's estimate of the CPU time that the lwp uses. */
    public int estcpu() {
        return estcpu;
    }

    /** How much like a batch job the user scheduler takes the lwp for. */
    public int batch() {
        return batch;
    }

    /** {@code LWP_MP_ONRUNQ}. */
    public boolean isOnRunq() {
        return onRunq;
    }
}
