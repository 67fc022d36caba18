// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code usched_bsd4}: one set of run queues for all CPUs, and on each CPU at most one lwp that has the current-process
 * designation and so may run in user mode. What a thread does inside the kernel is LWKT's business alone.
 *
 * <p>{@code bsd4_spin} is never contested, as no wait point lies between taking it and giving it back, and every holder is in
 * a critical section; so it needs no word of its own.
 */
@Ports("sys/kern/usched_bsd4.c")
public final class Bsd4UserScheduler implements UserScheduler {
    // Steps; a resumed one goes on with the lwp it was left for.
    private static final int ACQUIRE_LOOP = 0;
    private static final int ACQUIRE_YIELDED = 1;
    private static final int ACQUIRE_WAIT = 2;
    private static final int ACQUIRE_SWITCH = 3;
    private static final int ACQUIRE_TEST = 4;
    private static final int ACQUIRE_LEFT = 5;
    private static final int SCHEDULE = 6;
    private static final int SETRUNQUEUE_GIVEN_AWAY = 7;
    static final int HELPER_FIRST_SLEEP = 8;
    static final int HELPER_INTERLOCKED = 9;
    static final int HELPER_LEAVE = 10;
    static final int HELPER_SLEEP = 11;

    private static final int SCAN_MASK = 0xffff;

    private Kernel kernel;
    private Bsd4Cpu[] cpus;
    Bsd4RunQueues queues;
    /** {@code bsd4_curprocmask}: CPUs with a current process. */
    CpuMask runningCpus;
    /** {@code bsd4_rdyprocmask}: CPUs that were not asked yet to take a user thread. */
    CpuMask readyCpus;

    private CpuMask scanned;
    private int scanCpu;

    Bsd4Cpu cpu(int id) {
        return cpus[id];
    }

    /** The CPU's current process, or null. */
    public Lwp current(int cpu) {
        return cpus[cpu].current;
    }

    @Override
    public LwktThread helper(int cpu) {
        return cpus[cpu].helper;
    }

    /** {@code debug.bsd4_runqcount}: lwps that wait for a turn in user mode. */
    public int runqCount() {
        return queues.count();
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_rqinit")
    public void boot(Kernel bootedKernel) {
        if (kernel != null) {
            throw new IllegalStateException("a user scheduler serves one kernel");
        }
        kernel = bootedKernel;
        int ncpus = kernel.ncpus();
        queues = new Bsd4RunQueues(kernel.kassert);
        runningCpus = new CpuMask(ncpus);
        readyCpus = new CpuMask(ncpus);
        scanned = new CpuMask(ncpus);
        cpus = new Bsd4Cpu[ncpus];
        for (int i = 0; i < ncpus; i++) {
            cpus[i] = new Bsd4Cpu();
        }
    }

    /** Makes the CPU's helper thread, on the CPU itself: so no IPI has to carry it there. */
    @Override
    @Ports("sys/kern/usched_bsd4.c#sched_thread_cpu_init")
    public Flow start(GlobalData gd) {
        readyCpus.set(gd.cpuId);
        return gd.lifecycle.create(
                new NewThread(new Bsd4Helper(this), cpus[gd.cpuId].helper, 0, gd.cpuId, "usched " + gd.cpuId));
    }

    @Override
    public Flow resume(GlobalData gd, int step, Lwp lp) {
        return switch (step) {
            case ACQUIRE_LOOP -> acquireLoop(gd, lp);
            case ACQUIRE_YIELDED -> acquireYielded(gd, lp);
            case ACQUIRE_WAIT -> acquireWait(gd, lp);
            case ACQUIRE_SWITCH -> acquireSwitch(gd, lp);
            case ACQUIRE_TEST -> acquireTest(gd, lp);
            case ACQUIRE_LEFT -> acquireLeft(lp);
            case SCHEDULE -> gd.scheduler.schedule(lp.thread);
            case SETRUNQUEUE_GIVEN_AWAY -> enqueue(gd, lp);
            case HELPER_FIRST_SLEEP -> Bsd4Helper.firstSleep(gd);
            case HELPER_INTERLOCKED -> ((Bsd4Helper) gd.curThread.body).interlocked(gd);
            case HELPER_LEAVE -> Bsd4Helper.leave(gd);
            default -> Bsd4Helper.sleep(gd);
        };
    }

    /** Context: thread, about to return to user mode; may go on on another CPU. */
    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_acquire_curproc")
    public Flow acquireCurproc(GlobalData gd, Lwp lp) {
        lp.thread.critCount++;
        gd.sleepQueue.removeIfQueued(lp.thread);
        if (recalculateLocked(gd, lp)) {
            gd.needUserResched();
        }
        if (gd.userReschedWanted()) {
            gd.clearUserResched();
            gd.pushUserSchedulerStep(ACQUIRE_LOOP, lp);
            return releaseCurproc(gd, lp);
        }
        return acquireLoop(gd, lp);
    }

    private Flow acquireLoop(GlobalData gd, Lwp lp) {
        gd.pushUserSchedulerStep(ACQUIRE_YIELDED, lp);
        return gd.scheduler.yieldThread();
    }

    private Flow acquireYielded(GlobalData gd, Lwp lp) {
        if (!lp.mayRunOn(gd.cpuId)) {
            gd.pushUserSchedulerStep(ACQUIRE_WAIT, lp);
            return releaseCurproc(gd, lp);
        }
        Bsd4Cpu cpu = cpus[gd.cpuId];
        if (cpu.current == null) {
            runningCpus.set(gd.cpuId);
        } else if (cpu.current != lp && cpu.upri <= lp.priority) {
            return acquireWait(gd, lp);
        }
        // Whoever had the designation will stall when it tries to return to user mode.
        cpu.current = lp;
        cpu.upri = lp.priority;
        return acquired(gd, lp);
    }

    /** Leaves LWKT's run queue for the scheduler's own, until some CPU chooses the lwp. */
    private Flow acquireWait(GlobalData gd, Lwp lp) {
        LwktScheduler.dequeue(lp.thread);
        gd.pushUserSchedulerStep(ACQUIRE_SWITCH, lp);
        return setrunqueue(gd, lp);
    }

    private Flow acquireSwitch(GlobalData gd, Lwp lp) {
        gd.pushUserSchedulerStep(ACQUIRE_TEST, lp);
        return gd.scheduler.switchThread();
    }

    private Flow acquireTest(GlobalData gd, Lwp lp) {
        return cpus[gd.cpuId].current == lp ? acquired(gd, lp) : acquireLoop(gd, lp);
    }

    private Flow acquired(GlobalData gd, Lwp lp) {
        kernel.observer.acquiredCurproc(gd, lp.thread);
        gd.pushUserSchedulerStep(ACQUIRE_LEFT, lp);
        return gd.critical.exitQuick(lp.thread);
    }

    private Flow acquireLeft(Lwp lp) {
        if (lp.onRunq) {
            kernel.kassert.failed("bsd4_acquire_curproc", "(lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
        }
        return Flow.RETURN;
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_release_curproc")
    public Flow releaseCurproc(GlobalData gd, Lwp lp) {
        Bsd4Cpu cpu = cpus[gd.cpuId];
        if (cpu.current != lp) {
            return Flow.RETURN;
        }
        gd.critical.enter();
        if (lp.onRunq) {
            kernel.kassert.failed("bsd4_release_curproc", "(lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
        }
        cpu.current = null;
        cpu.upri = Bsd4Estimate.PRIBASE_NULL;
        runningCpus.clear(gd.cpuId);
        kernel.observer.releasedCurproc(gd, lp.thread);
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        return selectCurproc(gd, cpu);
    }

    @Ports("sys/kern/usched_bsd4.c#bsd4_select_curproc")
    private Flow selectCurproc(GlobalData gd, Bsd4Cpu cpu) {
        return designate(gd, cpu, queues.choose(gd, cpu.current));
    }

    /** Makes {@code lp}, off its queue, the CPU's current process, and schedules it there; null: leaves all as it is. */
    Flow designate(GlobalData gd, Bsd4Cpu cpu, Lwp lp) {
        if (lp == null) {
            return Flow.RETURN;
        }
        runningCpus.set(gd.cpuId);
        cpu.upri = lp.priority;
        cpu.current = lp;
        cpu.roundRobinCount = 0;
        gd.pushUserSchedulerStep(SCHEDULE, lp);
        return gd.migration.acquire(lp.thread);
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_setrunqueue")
    public Flow setrunqueue(GlobalData gd, Lwp lp) {
        LwktThread td = lp.thread;
        gd.critical.enter();
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        if (lp.stat != Lwp.LSRUN) {
            kernel.kassert.panicked("bsd4_setrunqueue", "setrunqueue: lwp not LSRUN");
        }
        if (lp.onRunq) {
            kernel.kassert.panicked("bsd4_setrunqueue", "lwp " + kernel.observer.name(td) + " already on runq!");
        }
        if (td.has(ThreadFlag.RUNQ)) {
            kernel.kassert.failed("bsd4_setrunqueue", "(lp->lwp_thread->td_flags & TDF_RUNQ) == 0");
        }
        if (cpus[td.gd.cpuId].current == lp) {
            kernel.kassert.failed("bsd4_setrunqueue", "dd->uschedcp != lp");
        }
        if (td.has(ThreadFlag.MIGRATING)) {
            return enqueue(gd, lp);
        }
        gd.pushUserSchedulerStep(SETRUNQUEUE_GIVEN_AWAY, lp);
        return gd.migration.giveaway(td);
    }

    /** From here on any CPU may take the lwp. */
    private Flow enqueue(GlobalData gd, Lwp lp) {
        queues.insert(lp);
        scanCpu++;
        GlobalData target = kernel.cpu(findCpu(lp));
        Bsd4Cpu cpu = cpus[target.cpuId];
        boolean better = Bsd4Estimate.isWorseQueue(cpu.upri, lp.priority);
        if (target != gd) {
            readyCpus.clear(target.cpuId);
            return better
                    ? gd.ipi.send(target, IpiFunction.NEED_USER_RESCHED_REMOTE, null, 0)
                    : gd.sleepQueue.wakeup(cpu.helper);
        }
        if (better && cpu.current == null) {
            return gd.sleepQueue.wakeupMyCpu(cpu.helper, false);
        }
        if (better) {
            gd.needUserResched();
        }
        return Flow.RETURN;
    }

    /** Which CPU to ask to take {@code lp}: one without a current process, one with a worse one, or the next in turn. */
    private int findCpu(Lwp lp) {
        int first = (scanCpu & SCAN_MASK) % kernel.ncpus();
        int cpu = first;
        selectReady(lp);
        scanned.removeAll(runningCpus);
        while (!scanned.isEmpty()) {
            cpu = nextScanned(cpu);
            if ((cpus[cpu].upri & ~Bsd4Estimate.PPQMASK) >= (lp.priority & ~Bsd4Estimate.PPQMASK)) {
                return cpu;
            }
            scanned.clear(cpu);
        }
        selectReady(lp);
        scanned.retain(runningCpus);
        while (!scanned.isEmpty()) {
            cpu = nextScanned(cpu);
            if (Bsd4Estimate.isWorseQueue(cpus[cpu].upri, lp.priority)) {
                return cpu;
            }
            scanned.clear(cpu);
        }
        if (!lp.mayRunOn(first)) {
            return lp.firstCpu();
        }
        return kernel.userCpus.contains(first) ? first : 0;
    }

    private void selectReady(Lwp lp) {
        scanned.copyFrom(readyCpus);
        lp.retainIn(scanned);
        scanned.retain(kernel.activeCpus);
        scanned.retain(kernel.userCpus);
    }

    /** The first of what is still to be looked at from {@code cpu} on, in a circle. */
    private int nextScanned(int cpu) {
        int next = scanned.next(cpu);
        return next < 0 ? scanned.next(0) : next;
    }

    /** A CPU without a current process that was not asked yet, or -1. */
    int firstIdleCpu() {
        scanned.copyFrom(readyCpus);
        scanned.removeAll(runningCpus);
        scanned.retain(kernel.activeCpus);
        return scanned.next(0);
    }

    /** Charges a tick to {@code lp}; after some of them, others of its priority get their turn. */
    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_schedulerclock")
    public void schedulerClock(GlobalData gd, Lwp lp) {
        if (lp == null) {
            return;
        }
        Bsd4Cpu cpu = cpus[gd.cpuId];
        if (++cpu.roundRobinCount >= kernel.sysctls.bsd4RrInterval) {
            cpu.roundRobinCount = 0;
            gd.needUserResched();
        }
        Bsd4Estimate.charge(lp);
        if (gd.spinlocks != 0) {
            kernel.kassert.failed("bsd4_schedulerclock", "gd->gd_spinlocks == 0");
        }
        // The lwp is of this CPU, so nobody else is to be asked.
        if (resetLocked(lp)) {
            gd.needUserResched();
        }
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_recalculate_estcpu")
    public Flow recalculate(GlobalData gd, Lwp lp) {
        gd.critical.enter();
        return askAndLeave(gd, lp, recalculateLocked(gd, lp));
    }

    /** Answers whether the lwp's CPU is to be asked for a reschedule. */
    private boolean recalculateLocked(GlobalData gd, Lwp lp) {
        long lastTick = gd.schedClock.lastTick();
        if (lp.sleepTime > 1) {
            Bsd4Estimate.halve(lp);
            boolean resched = resetLocked(lp);
            lp.cpBase = lastTick;
            lp.cpTicks = 0;
            Bsd4Estimate.lessBatchy(lp, SchedClock.ESTCPUFREQ);
            return resched;
        }
        long totalTicks = lastTick - lp.cpBase;
        if (totalTicks <= 0) {
            // The clocks of two CPUs may be a tick apart.
            lp.cpBase = lastTick;
            return false;
        }
        SchedClock.updatePctCpu(lp, lp.cpTicks, totalTicks);
        Bsd4Estimate.follow(lp, totalTicks, queues.count(), kernel.ncpus(), kernel.sysctls.bsd4Decay);
        boolean resched = resetLocked(lp);
        lp.cpBase = lastTick;
        lp.cpTicks = 0;
        return resched;
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_resetpriority")
    public Flow resetPriority(GlobalData gd, Lwp lp) {
        gd.critical.enter();
        return askAndLeave(gd, lp, resetLocked(lp));
    }

    /**
     * Sets the lwp's priority, and moves it to the queue of that priority if it waits on one. Answers whether its CPU is
     * to be asked for a reschedule: only where the queue changed. A waiting lwp that is better than the CPU's current
     * process counts only if it is of a better class, for {@code PRIMASK} hides the rest.
     */
    private boolean resetLocked(Lwp lp) {
        int priority = Bsd4Estimate.priority(lp);
        lp.thread.setUpri(-(priority & ~Bsd4Estimate.PPQMASK));
        boolean moved = ((lp.priority ^ priority) & ~Bsd4Estimate.PPQMASK) != 0;
        lp.priority = priority;
        if (!moved) {
            return false;
        }
        boolean waits = lp.onRunq;
        if (waits) {
            queues.remove(lp);
        }
        lp.rqType = lp.rtPrioType;
        lp.rqIndex = (priority & Bsd4Estimate.PRIMASK) / Bsd4Estimate.PPQ;
        if (waits) {
            queues.insert(lp);
        }
        int cpu = lp.thread.gd.cpuId;
        return readyCpus.contains(cpu)
                && (!waits || (cpus[cpu].upri & ~Bsd4Estimate.PRIMASK) > (priority & ~Bsd4Estimate.PRIMASK));
    }

    /** Asks the lwp's CPU for a reschedule, and leaves the caller's critical section. */
    private Flow askAndLeave(GlobalData gd, Lwp lp, boolean resched) {
        GlobalData owner = lp.thread.gd;
        if (resched && owner != gd) {
            readyCpus.clear(owner.cpuId);
            gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
            return gd.ipi.send(owner, IpiFunction.NEED_USER_RESCHED_REMOTE, null, 0);
        }
        if (resched) {
            gd.needUserResched();
        }
        return gd.critical.exit();
    }

    @Override
    public void forking(Lwp parent, Lwp child) {
        Bsd4Estimate.fork(parent, child);
    }

    /** {@link #acquireCurproc} yields. */
    @Override
    public Flow ast(GlobalData gd) {
        return Flow.RETURN;
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_yield")
    public void yieldLwp(GlobalData gd, Lwp lp) {
        gd.needUserResched();
    }

    @Override
    @Ports("sys/kern/usched_bsd4.c#bsd4_need_user_resched_remote")
    public Flow needUserReschedRemote(GlobalData gd) {
        gd.needUserResched();
        return gd.sleepQueue.wakeupMyCpu(cpus[gd.cpuId].helper, false);
    }
}
