// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_preempt()}: a switch to a better thread in the middle of the current one, which goes on where it lets go. */
@Ports("sys/kern/lwkt_thread.c")
final class LwktPreempt {
    private final GlobalData gd;
    private final Kernel kernel;

    LwktPreempt(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /**
     * Switches to {@code ntd} at once if it is better and nothing forbids it, and answers when it lets go; else answers
     * at once. Context: the critical section of the caller, which counts {@code critCount}.
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_preempt")
    Flow preempt(LwktThread ntd, int critCount) {
        if (!mayPreempt(ntd, critCount)) {
            return Flow.RETURN;
        }
        LwktThread td = gd.curThread;
        kernel.preemptHit++;
        ntd.preempted = td;
        td.flags |= ThreadFlag.PREEMPT_LOCK;
        kernel.observer.preempted(gd, td, ntd);
        td.kernelStack.push(Frame.PREEMPT_RESUME, gd.intrNestingLevel, 0, ntd);
        gd.intrNestingLevel = 0;
        if (ntd.has(ThreadFlag.RUNNING)) {
            kernel.kassert.failed("lwkt_preempt", "(ntd->td_flags & TDF_RUNNING) == 0");
        }
        ntd.flags |= ThreadFlag.RUNNING;
        return gd.switching.tdSwitch(td, ntd);
    }

    /** The tests in front of a preemption, with the counters that say why not. */
    boolean mayPreempt(LwktThread ntd, int critCount) {
        if (ntd.critCount == 0) {
            kernel.kassert.panicked("lwkt_preempt", "BADCRIT0 " + ntd.pri);
        }
        LwktThread td = gd.curThread;
        if (!kernel.sysctls.preemptEnable
                || ntd.pri <= td.pri
                || td.critCount > critCount
                || td.nestCount >= 2
                || td.csCount != 0
                || ntd.gd != gd) {
            kernel.preemptMiss++;
            return false;
        }
        if (gd.spinlocks != 0) {
            kernel.kassert.failed("lwkt_preempt", "gd->gd_spinlocks == 0");
        }
        if (ntd.holdsTokens()) {
            kernel.preemptMiss++;
            return false;
        }
        if (td == ntd || ((td.flags | ntd.flags) & ThreadFlag.PREEMPT_LOCK) != 0) {
            kernel.preemptWeird++;
            return false;
        }
        if (ntd.preempted != null) {
            kernel.preemptHit++;
            return false;
        }
        if (gd.processingIpiq != 0) {
            kernel.kassert.failed("lwkt_preempt", "gd->gd_processing_ipiq == 0");
        }
        return true;
    }

    /** Where {@code td_switch()} comes back in {@code lwkt_preempt()}. */
    Flow resumeAfterPreemption(LwktThread td, LwktThread ntd, int intrNestingLevel) {
        LwktThread from = gd.switchedFrom;
        if (from != ntd) {
            kernel.kassert.failed("lwkt_preempt", "xtd == ntd");
        }
        td.kernelStack.push(Frame.PREEMPT_FINISH, intrNestingLevel, 0, ntd);
        return gd.switchReturn.switchReturn(from);
    }

    Flow finishPreemption(LwktThread td, LwktThread ntd, int intrNestingLevel) {
        gd.intrNestingLevel = intrNestingLevel;
        if (ntd.preempted == null || !td.has(ThreadFlag.PREEMPT_DONE)) {
            kernel.kassert.failed("lwkt_preempt", "ntd->td_preempted && (td->td_flags & TDF_PREEMPT_DONE)");
        }
        ntd.preempted = null;
        td.flags &= ~(ThreadFlag.PREEMPT_LOCK | ThreadFlag.PREEMPT_DONE);
        kernel.observer.preemptionEnded(gd, td, ntd);
        return Flow.RETURN;
    }

    /** The lwp that the current chain of preemptions started from, or null. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_preempted_proc")
    Lwp preemptedProc() {
        LwktThread td = gd.curThread;
        while (td.preempted != null) {
            td = td.preempted;
        }
        return td.lwp;
    }
}
