// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code struct usched}: who of the user threads of a CPU is its current process. The CPU that calls comes first; where
 * nothing else is said the lwp may be of any CPU. An operation that C leaves {@code NULL} or empty has a default.
 *
 * <p>Its state belongs to one kernel, so an object serves one kernel alone.
 */
public interface UserScheduler {
    /** Gives the current-process designation to the current thread's lwp; may switch until it is its turn. */
    Flow acquireCurproc(GlobalData gd, Lwp lp);

    /** Takes the designation from the current thread's lwp, which goes on as a kernel thread. */
    Flow releaseCurproc(GlobalData gd, Lwp lp);

    /** The kernel boots: before any of its CPUs does anything. */
    default void boot(Kernel kernel) {}

    /**
     * A CPU has come to its idle loop for the first time; answers {@link Flow#IDLE} when there is nothing to do there.
     * Context: the idle thread.
     */
    default Flow start(GlobalData gd) {
        return Flow.IDLE;
    }

    /**
     * Lets an lwp that is runnable and not scheduled wait for its turn in user mode. Context: the CPU of its thread, which
     * may be the current one. Without a queue of its own the scheduler leaves all to LWKT.
     */
    default Flow setrunqueue(GlobalData gd, Lwp lp) {
        return gd.scheduler().schedule(lp.thread());
    }

    /** The tick of the scheduler's clock. Context: interrupt; {@code lp} is whom it interrupted, or null. */
    default void schedulerClock(GlobalData gd, Lwp lp) {}

    /** Reckons up what the lwp used of the CPU since the last time. */
    default Flow recalculate(GlobalData gd, Lwp lp) {
        return Flow.RETURN;
    }

    /** Computes the lwp's user priority anew, and asks its CPU for a reschedule where that calls for one. */
    default Flow resetPriority(GlobalData gd, Lwp lp) {
        return Flow.RETURN;
    }

    /** {@code heuristic_forking}: {@code parent} makes {@code child}. Context: critical section. */
    default void forking(Lwp parent, Lwp child) {}

    /** {@code heuristic_exiting}: the lwp leaves this scheduler. */
    @Ports("sys/kern/usched_bsd4.c#bsd4_exiting")
    default void exiting(Lwp lp) {}

    /** {@code uload_update}: the lwp starts or ends a sleep. */
    @Ports("sys/kern/usched_bsd4.c#bsd4_uload_update")
    default void uloadUpdate(Lwp lp) {}

    /** {@code yield}: the current thread's lwp lets others go first when it returns to user mode. */
    default void yieldLwp(GlobalData gd, Lwp lp) {
        gd.needUserResched();
    }

    /**
     * What an AST does before the thread returns to user mode: it must satisfy a request for an LWKT reschedule, or the next
     * AST comes at once. In C nothing is to be done, as {@code acquire_curproc} yields; the default is for schedulers that do
     * not yield there. Context: thread, {@code td_release} set.
     */
    default Flow ast(GlobalData gd) {
        return gd.scheduler().userYield();
    }

    /** {@code changedcpu}: the lwp was moved to the calling CPU. */
    @Ports("sys/kern/usched_bsd4.c#bsd4_changedcpu")
    default void changedCpu(GlobalData gd, Lwp lp) {}

    /** The IPI function by which another CPU asks this one for a reschedule. Context: critical section. */
    default Flow needUserReschedRemote(GlobalData gd) {
        gd.needUserResched();
        return Flow.RETURN;
    }

    /** The kernel thread that the scheduler keeps on a CPU, or null; it runs no program, and its sleep is no deadlock. */
    default LwktThread helper(int cpu) {
        return null;
    }

    /** Goes on with the step that the scheduler left by {@link GlobalData#pushUserSchedulerStep}. */
    default Flow resume(GlobalData gd, int step, Lwp lp) {
        throw new IllegalStateException("no such step: " + step);
    }
}
