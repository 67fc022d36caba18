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
}
