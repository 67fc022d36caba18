// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** What the kernel tells the user scheduler when an lwp is made, started, changed or done. Runs on its own CPU. */
@Ports("sys/kern/kern_fork.c")
public final class LwpLifecycle {
    /** {@code PRIO_MIN}. */
    static final int NICE_MIN = -20;

    /** {@code PRIO_MAX}. */
    static final int NICE_MAX = 20;

    private final GlobalData gd;
    private final Kernel kernel;

    LwpLifecycle(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /**
     * Makes a thread of this CPU with an lwp, as {@code lwp_fork2()} does: not runnable yet, at KERN_USER, and free to run on
     * any CPU; it is {@link LwktThread#created} of the caller. Its first fetch comes inside the kernel, from where it has to
     * return to user mode. Context: thread.
     */
    @Ports("sys/kern/kern_fork.c#lwp_fork2")
    public Flow create(ThreadBody body, String comm) {
        gd.curThread.kernelStack.push(Frame.LWP_CREATED);
        return gd.lifecycle.create(new NewThread(body, null, ThreadFlag.NOSTART, gd.cpuId, comm));
    }

    Flow created(LwktThread td) {
        Lwp lp = new Lwp(td, new LwktToken("lwp_token", kernel.lwpTokenOrder++));
        td.lwp = lp;
        lp.cpBase = gd.schedClock.lastTick();
        gd.scheduler.setPriorityInitial(td, ThreadPriority.KERN_USER);
        return Flow.RETURN;
    }

    /** {@code child}, new, takes over from {@code parent} what counts for user scheduling. */
    @Ports("sys/kern/kern_fork.c#lwp_fork1")
    public Flow fork(Lwp parent, Lwp child) {
        child.inherit(parent);
        gd.critical.enter();
        child.cpBase = gd.schedClock.lastTick();
        kernel.userScheduler.forking(parent, child);
        return gd.critical.exit();
    }

    /** A new lwp, of this CPU and not scheduled, becomes runnable: it waits for its turn in user mode. */
    @Ports({"sys/kern/kern_fork.c#start_forked_proc", "sys/kern/kern_fork.c#lwp_create1"})
    public Flow start(Lwp lp) {
        gd.curThread.kernelStack.push(Frame.LWP_START, 0, 0, lp);
        return kernel.userScheduler.resetPriority(gd, lp);
    }

    Flow startRunnable(Lwp lp) {
        gd.critical.enter();
        lp.stat = Lwp.LSRUN;
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        return kernel.userScheduler.setrunqueue(gd, lp);
    }

    /** Sets {@code p_nice}, cut to -20 to 20. */
    @Ports("sys/kern/kern_resource.c#donice")
    public Flow setNice(Lwp lp, int nice) {
        lp.nice = Math.clamp(nice, NICE_MIN, NICE_MAX);
        return kernel.userScheduler.resetPriority(gd, lp);
    }

    /** {@code sched_yield()} of the current thread: others go first when it returns to user mode. */
    @Ports("sys/kern/kern_sched.c#ksched_yield")
    public void yieldSelf() {
        Lwp lp = gd.curThread.lwp;
        if (lp != null) {
            kernel.userScheduler.yieldLwp(gd, lp);
        }
    }

    /** The current thread's lwp ends; never comes back. */
    @Ports("sys/kern/kern_exit.c#lwp_exit")
    public Flow exit() {
        kernel.userScheduler.exiting(gd.curThread.lwp);
        return gd.lifecycle.lwpExit();
    }
}
