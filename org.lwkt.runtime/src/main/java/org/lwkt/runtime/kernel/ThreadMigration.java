// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** Threads change their CPU: pushed by themselves, or pulled by another CPU. All run on their own CPU. */
@Ports("sys/kern/lwkt_thread.c")
public final class ThreadMigration {
    private final GlobalData gd;
    private final Kernel kernel;

    ThreadMigration(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** Lets go of {@code td}, a descheduled thread of this CPU, so that another CPU may {@link #acquire} it. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_giveaway")
    public Flow giveaway(LwktThread td) {
        gd.critical.enter();
        gd.sleepQueue.removeIfQueued(td);
        if (td.gd != gd) {
            kernel.kassert.failed("lwkt_giveaway", "td->td_gd == gd");
        }
        gd.tdallq.remove(td);
        td.flags |= ThreadFlag.MIGRATING;
        return gd.critical.exit();
    }

    /** Makes {@code td}, given away before, a thread of this CPU; polls until its old CPU is off its stack. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_acquire")
    public Flow acquire(LwktThread td) {
        if (!td.has(ThreadFlag.MIGRATING)) {
            kernel.kassert.failed("lwkt_acquire", "td->td_flags & TDF_MIGRATING");
        }
        if (td.gd == gd) {
            gd.critical.enter();
            return acquired(td);
        }
        long tscBase = kernel.rdtsc();
        if (td.has(ThreadFlag.RUNQ)) {
            kernel.kassert.failed("lwkt_acquire", "(td->td_flags & TDF_RUNQ) == 0");
        }
        gd.critical.enter();
        return acquirePoll(td, tscBase);
    }

    private Flow acquirePoll(LwktThread td, long tscBase) {
        if (td.has(ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK)) {
            gd.curThread.kernelStack.push(Frame.ACQUIRE_PROCESSED, tscBase, 0, td);
            return gd.ipi.process();
        }
        td.gd = gd;
        return acquired(td);
    }

    Flow acquirePause(LwktThread td, long tscBase) {
        gd.curThread.kernelStack.push(Frame.ACQUIRE_POLL, tscBase, 0, td);
        return Flow.SPIN;
    }

    Flow acquirePolled(LwktThread td, long tscBaseBefore) {
        long tscBase = tscBaseBefore;
        if (kernel.tscElapsed(tscBase)) {
            String flags = Integer.toHexString(td.flags);
            kernel.observer.kprintf(
                    gd,
                    "lwkt_acquire: stuck td " + kernel.observer.name(td) + " td->td_flags "
                            + "0".repeat(8 - flags.length()) + flags);
            tscBase = kernel.rdtsc();
        }
        return acquirePoll(td, tscBase);
    }

    private Flow acquired(LwktThread td) {
        gd.tdallq.insertTail(td);
        td.flags &= ~ThreadFlag.MIGRATING;
        return gd.critical.exit();
    }

    /** Moves the current thread to {@code target} and answers when it runs there; at once if it is there. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_setcpu_self")
    public Flow setCpuSelf(GlobalData target) {
        LwktThread td = gd.curThread;
        if (td.gd == target) {
            return Flow.RETURN;
        }
        td.critCount++;
        if (td.release) {
            td.kernelStack.push(Frame.SETCPU_AFTER_RELEASE, 0, 0, target);
            return gd.scheduler.passiveRelease(td);
        }
        return setCpuReleased(td, target);
    }

    Flow setCpuReleased(LwktThread td, GlobalData target) {
        gd.sleepQueue.removeIfQueued(td);
        td.flags |= ThreadFlag.MIGRATING;
        LwktScheduler.dequeue(td);
        td.gd.tdallq.remove(td);
        td.migrateGd = target;
        td.kernelStack.push(Frame.SETCPU_ARRIVED, 0, 0, target);
        return gd.scheduler.switchThread();
    }

    /** The thread runs again: on the target, which is this CPU now. */
    Flow arrived(LwktThread td, GlobalData target) {
        if (target != gd) {
            kernel.kassert.failed("lwkt_setcpu_self", "rgd == mycpu");
        }
        target.tdallq.insertTail(td);
        return gd.critical.exitQuick(td);
    }

    /** As {@link #setCpuSelf}, for a CPU number. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_migratecpu")
    public Flow migrateCpu(int cpuId) {
        return setCpuSelf(kernel.cpu(cpuId));
    }

    /** The IPI function by which a migrating thread, off its old CPU by now, arrives. Context: critical section. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_setcpu_remote")
    void setCpuRemote(LwktThread td) {
        if (td.has(ThreadFlag.RUNNING | ThreadFlag.PREEMPT_LOCK)) {
            kernel.kassert.failed("lwkt_setcpu_remote", "(td->td_flags & (TDF_RUNNING|TDF_PREEMPT_LOCK)) == 0");
        }
        td.gd = gd;
        td.flags &= ~ThreadFlag.MIGRATING;
        if (td.migrateGd != null) {
            kernel.kassert.failed("lwkt_setcpu_remote", "td->td_migrate_gd == NULL");
        }
        if (td.lwp != null && td.lwp.onRunq) {
            kernel.kassert.failed(
                    "lwkt_setcpu_remote", "td->td_lwp == NULL || (td->td_lwp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
        }
        gd.scheduler.enqueue(td);
    }
}
