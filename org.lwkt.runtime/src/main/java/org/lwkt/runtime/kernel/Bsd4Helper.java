// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The helper thread of one CPU. It runs when no user thread does, after another CPU or an interrupt woke it, and looks for
 * one that waits for its turn.
 */
@Ports("sys/kern/usched_bsd4.c#sched_thread")
final class Bsd4Helper implements ThreadBody {
    private final Bsd4UserScheduler scheduler;
    private boolean started;

    Bsd4Helper(Bsd4UserScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Flow fetch(GlobalData gd, LwktThread td) {
        if (!started) {
            started = true;
            gd.pushUserSchedulerStep(Bsd4UserScheduler.HELPER_FIRST_SLEEP, null);
            return gd.scheduler.setPrioritySelf(ThreadPriority.USER_SCHEDULER);
        }
        gd.critical.enter();
        gd.pushUserSchedulerStep(Bsd4UserScheduler.HELPER_INTERLOCKED, null);
        return gd.sleepQueue.tsleepInterlock(td, 0);
    }

    static Flow firstSleep(GlobalData gd) {
        return gd.sleepQueue.tsleep(gd.curThread, 0, "sched_thread_sleep", 0);
    }

    /** A wakeup from here on ends the sleep that follows at once. */
    Flow interlocked(GlobalData gd) {
        Bsd4Cpu cpu = scheduler.cpu(gd.cpuId);
        gd.pushUserSchedulerStep(Bsd4UserScheduler.HELPER_LEAVE, null);
        scheduler.readyCpus.set(gd.cpuId);
        gd.clearUserResched();
        cpu.roundRobinCount = 0;
        if (!scheduler.runningCpus.contains(gd.cpuId)) {
            if (cpu.current != null) {
                gd.kernel.kassert.failed("sched_thread", "dd->uschedcp == NULL");
            }
            return scheduler.designate(gd, cpu, scheduler.queues.choose(gd, null));
        }
        if (scheduler.queues.count() == 0) {
            return Flow.RETURN;
        }
        Lwp lp = scheduler.queues.choose(gd, cpu.current);
        return lp == null ? chain(gd) : scheduler.designate(gd, cpu, lp);
    }

    /** Who waits is no better than this CPU's current process: asks a CPU that has none. */
    private Flow chain(GlobalData gd) {
        int other = scheduler.firstIdleCpu();
        if (other < 0) {
            return Flow.RETURN;
        }
        scheduler.readyCpus.clear(other);
        return gd.sleepQueue.wakeup(scheduler.cpu(other).helper);
    }

    static Flow leave(GlobalData gd) {
        gd.pushUserSchedulerStep(Bsd4UserScheduler.HELPER_SLEEP, null);
        return gd.critical.exit();
    }

    static Flow sleep(GlobalData gd) {
        return gd.sleepQueue.tsleep(gd.curThread, SleepQueue.PINTERLOCKED, "schslp", 0);
    }
}
