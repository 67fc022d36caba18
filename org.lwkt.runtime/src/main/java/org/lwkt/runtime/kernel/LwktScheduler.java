// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The scheduler of one CPU: makes threads runnable and takes them off again, and the way in to {@link LwktSwitch},
 * {@link LwktPreempt}, {@link LwktYield} and {@link LwktPriority}. All run on their own CPU; the current thread is the
 * one that calls.
 */
@Ports("sys/kern/lwkt_thread.c")
public final class LwktScheduler {
    private final GlobalData gd;
    private final Kernel kernel;

    LwktScheduler(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** Takes {@code td} off its CPU's run queue, if it is there. Context: critical section. */
    @Ports("sys/kern/lwkt_thread.c#_lwkt_dequeue")
    static void dequeue(LwktThread td) {
        if (td.has(ThreadFlag.RUNQ)) {
            GlobalData owner = td.gd;
            td.flags &= ~ThreadFlag.RUNQ;
            owner.runQueue.remove(td);
            if (owner.runQueue.isEmpty()) {
                owner.reqFlags &= ~ReqFlag.RUNNING;
            }
        }
    }

    /**
     * Puts {@code td} on its CPU's run queue unless it is there, migrating or blocked; asks the running CPU for a
     * reschedule when it comes to stand first. Context: critical section.
     */
    @Ports("sys/kern/lwkt_thread.c#_lwkt_enqueue")
    void enqueue(LwktThread td) {
        if ((td.flags & (ThreadFlag.RUNQ | ThreadFlag.MIGRATING | ThreadFlag.BLOCKQ)) != 0) {
            return;
        }
        GlobalData owner = td.gd;
        td.flags |= ThreadFlag.RUNQ;
        if (owner.runQueue.isEmpty()) {
            owner.reqFlags |= ReqFlag.RUNNING;
        }
        owner.runQueue.insert(td);
        if (owner.runQueue.first() == td) {
            gd.needLwktResched();
        }
        kernel.observer.enqueued(owner, td);
    }

    /** Makes the current thread runnable. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_schedule_self")
    public Flow scheduleSelf(LwktThread td) {
        enqueueSelf(td);
        return gd.critical.exitQuick(td);
    }

    /** {@link #scheduleSelf} up to its {@code crit_exit}, in the critical section that it enters. */
    void enqueueSelf(LwktThread td) {
        if (td.has(ThreadFlag.MIGRATING)) {
            kernel.kassert.failed("lwkt_schedule_self", "(td->td_flags & TDF_MIGRATING) == 0");
        }
        td.critCount++;
        if (td == td.gd.idleThread) {
            kernel.kassert.panicked("lwkt_schedule_self", "lwkt_schedule_self(): scheduling gd_idlethread is illegal!");
        }
        assertNotOnUserRunq(td, "lwkt_schedule_self");
        enqueue(td);
    }

    /** Takes the current thread off the run queue; it goes on until it switches. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_deschedule_self")
    public Flow descheduleSelf(LwktThread td) {
        td.critCount++;
        dequeue(td);
        return gd.critical.exitQuick(td);
    }

    /**
     * Makes {@code td} runnable on the CPU that owns it, by an IPI where that is another one. An interrupt thread of this
     * CPU preempts at once where it may. Context: any but a hard code section for a thread of another CPU.
     */
    @Ports({
        "sys/kern/lwkt_thread.c#lwkt_schedule",
        "sys/kern/lwkt_thread.c#_lwkt_schedule",
        "sys/kern/lwkt_thread.c#_lwkt_schedule_post"
    })
    public Flow schedule(LwktThread td) {
        LwktThread current = gd.curThread;
        beginSchedule(td, current);
        if (td != current && td.gd != gd) {
            if (gd.ipi.sendIfRoom(td.gd, IpiFunction.SCHEDULE_REMOTE, td, 0)) {
                return gd.critical.exitQuick(current);
            }
            current.kernelStack.push(Frame.CRIT_EXIT);
            return gd.ipi.send(td.gd, IpiFunction.SCHEDULE_REMOTE, td, 0);
        }
        enqueue(td);
        if (td != current && td.has(ThreadFlag.RUNQ) && td.preemptable) {
            current.kernelStack.push(Frame.CRIT_EXIT);
            return gd.preemption.preempt(td, 1);
        }
        return gd.critical.exitQuick(current);
    }

    /** {@link #schedule} for a thread of this CPU, in a critical section, where no preemption succeeds. */
    @Ports("sys/kern/lwkt_thread.c#_lwkt_schedule")
    void scheduleNested(LwktThread td) {
        LwktThread current = gd.curThread;
        beginSchedule(td, current);
        enqueue(td);
        if (td != current && td.has(ThreadFlag.RUNQ) && td.preemptable && gd.preemption.mayPreempt(td, 1)) {
            // Without assertions a thread may have left more critical sections than it entered; it is not preempted
            // here.
            kernel.preemptMiss++;
        }
        current.critCount--;
    }

    /** The assertions of {@link #schedule}, and the critical section that it enters. */
    private void beginSchedule(LwktThread td, LwktThread current) {
        if (td == td.gd.idleThread) {
            kernel.kassert.panicked("_lwkt_schedule", "lwkt_schedule(): scheduling gd_idlethread is illegal!");
        }
        if (td.has(ThreadFlag.MIGRATING)) {
            kernel.kassert.failed("_lwkt_schedule", "(td->td_flags & TDF_MIGRATING) == 0");
        }
        current.critCount++;
        assertNotOnUserRunq(td, "_lwkt_schedule");
    }

    /** The kernel's name for a schedule that shall not ask for a reschedule; the kernel does not implement it either. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_schedule_noresched")
    public Flow scheduleNoResched(LwktThread td) {
        return schedule(td);
    }

    /**
     * The IPI function behind {@link #schedule}, for an interrupt frame and a thread that may preempt: leaves the
     * critical section of the IPI so that only the one of {@code _lwkt_schedule()} counts.
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_schedule_remote")
    Flow scheduleRemote(LwktThread td, boolean frame) {
        if (!frame || !td.preemptable) {
            return schedule(td);
        }
        LwktThread current = gd.curThread;
        gd.critical.exitNoYield(current);
        current.kernelStack.push(Frame.CRIT_ENTER);
        return schedule(td);
    }

    /** Takes {@code td} off its CPU's run queue, by an IPI where that is another CPU's. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_deschedule")
    public Flow deschedule(LwktThread td) {
        LwktThread current = gd.curThread;
        current.critCount++;
        if (td != current && td.gd != gd) {
            current.kernelStack.push(Frame.CRIT_EXIT);
            return gd.ipi.send(td.gd, IpiFunction.DESCHEDULE, td, 0);
        }
        dequeue(td);
        return gd.critical.exitQuick(current);
    }

    private void assertNotOnUserRunq(LwktThread td, String function) {
        if (td.lwp != null && td.lwp.onRunq) {
            kernel.kassert.failed(function, "td->td_lwp == NULL || (td->td_lwp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
        }
    }

    /**
     * The tick: moves the current thread behind its equals, whatever their td_upri, and asks for a reschedule where
     * another thread stands first. Context: the hardclock's interrupt.
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_schedulerclock")
    public void schedulerClock(LwktThread td) {
        RunQueue queue = td.gd.runQueue;
        LwktThread first = queue.first();
        if (first == td) {
            if (queue.rotateHead()) {
                gd.needLwktResched();
            }
        } else if (first != null) {
            gd.needLwktResched();
        }
    }

    // The way in to the rest.

    /** Switches to the best runnable thread, or to the idle thread. Context: thread; see {@link LwktSwitch#switchThread}. */
    public Flow switchThread() {
        return gd.switching.switchThread();
    }

    /** Switches to {@code ntd} at once if it may, see {@link LwktPreempt#preempt}. Context: critical section. */
    public Flow preempt(LwktThread ntd, int critCount) {
        return gd.preemption.preempt(ntd, critCount);
    }

    /** The lwp that the current chain of preemptions started from, or null. */
    public Lwp preemptedProc() {
        return gd.preemption.preemptedProc();
    }

    /** Lets threads of equal or higher priority run if a reschedule is wanted, see {@link LwktYield#yieldThread}. */
    public Flow yieldThread() {
        return gd.yielding.yieldThread();
    }

    /** Lets better threads run, but not equals, see {@link LwktYield#yieldQuick}. */
    public Flow yieldQuick() {
        return gd.yielding.yieldQuick();
    }

    /** Yields also to user threads, see {@link LwktYield#userYield}. */
    public Flow userYield() {
        return gd.yielding.userYield();
    }

    /** Sets the priority of a thread of this CPU, see {@link LwktPriority#setPriority}. */
    public Flow setPriority(LwktThread td, int pri) {
        return gd.priority.setPriority(td, pri);
    }

    /** Sets the priority of a thread that was never scheduled, on whatever CPU. */
    public void setPriorityInitial(LwktThread td, int pri) {
        gd.priority.setPriorityInitial(td, pri);
    }

    /** Sets the priority of the current thread, see {@link LwktPriority#setPrioritySelf}. */
    public Flow setPrioritySelf(int pri) {
        return gd.priority.setPrioritySelf(pri);
    }

    /** Makes the current thread an interrupt support thread, see {@link LwktPriority#setInterruptSupportThread}. */
    public Flow setInterruptSupportThread() {
        return gd.priority.setInterruptSupportThread();
    }

    /** Gives up the current-process designation, see {@link LwktPriority#passiveRelease}. */
    public Flow passiveRelease(LwktThread td) {
        return gd.priority.passiveRelease(td);
    }
}
