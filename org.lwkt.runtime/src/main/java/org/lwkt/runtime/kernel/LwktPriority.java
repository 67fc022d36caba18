// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The priority of a thread, and what goes with a change of it. */
@Ports("sys/kern/lwkt_thread.c")
final class LwktPriority {
    private final GlobalData gd;
    private final Kernel kernel;

    LwktPriority(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** Sets the priority of a thread of this CPU and puts it into its place in the run queue; switches to nobody. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_setpri")
    Flow setPriority(LwktThread td, int pri) {
        if (td.pri == pri) {
            return Flow.RETURN;
        }
        if (pri < 0) {
            kernel.kassert.failed("lwkt_setpri", "pri >= 0");
        }
        gd.critical.enter();
        if (td.has(ThreadFlag.RUNQ) && td.gd != gd) {
            kernel.kassert.failed("lwkt_setpri", "td->td_gd == mycpu");
        }
        requeue(td, pri);
        return gd.critical.exit();
    }

    /** Sets the priority of a thread that was never scheduled, on whatever CPU. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_setpri_initial")
    void setPriorityInitial(LwktThread td, int pri) {
        if (pri < 0) {
            kernel.kassert.failed("lwkt_setpri_initial", "pri >= 0");
        }
        if (td.has(ThreadFlag.RUNQ)) {
            kernel.kassert.failed("lwkt_setpri_initial", "(td->td_flags & TDF_RUNQ) == 0");
            td.gd.runQueue.priChanged();
        }
        td.pri = pri;
    }

    /** Sets the priority of the current thread, 0 to {@link ThreadPriority#MAX}; switches to nobody. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_setpri_self")
    Flow setPrioritySelf(int pri) {
        if (pri < 0 || pri > ThreadPriority.MAX) {
            kernel.kassert.failed("lwkt_setpri_self", "pri >= 0 && pri <= TDPRI_MAX");
        }
        gd.critical.enter();
        requeue(gd.curThread, pri);
        return gd.critical.exit();
    }

    private void requeue(LwktThread td, int pri) {
        if (td.has(ThreadFlag.RUNQ)) {
            LwktScheduler.dequeue(td);
            td.pri = pri;
            gd.scheduler.enqueue(td);
        } else {
            td.pri = pri;
        }
    }

    /** Makes the current thread an interrupt support thread: of priority INT_SUPPORT and able to preempt. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_set_interrupt_support_thread")
    Flow setInterruptSupportThread() {
        gd.curThread.kernelStack.push(Frame.INT_SUPPORT_AFTER_SETPRI);
        return setPrioritySelf(ThreadPriority.INT_SUPPORT);
    }

    Flow intSupportAfterSetpri(LwktThread td) {
        td.flags |= ThreadFlag.INTTHREAD;
        td.preemptable = true;
        return Flow.RETURN;
    }

    /** Gives up the current-process designation; the current thread goes on at KERN_USER. Context: its own CPU. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_passive_release")
    Flow passiveRelease(LwktThread td) {
        td.release = false;
        td.kernelStack.push(Frame.PASSIVE_RELEASE_AFTER_SETPRI);
        return setPrioritySelf(ThreadPriority.KERN_USER);
    }
}
