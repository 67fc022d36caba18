// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The scheduler of one CPU: {@code lwkt_switch()}, {@code lwkt_preempt()} and what makes threads runnable. The order of
 * the methods is that of lwkt_thread.c. All run on their own CPU; the current thread is the one that calls.
 */
@Ports("sys/kern/lwkt_thread.c")
public final class LwktScheduler {
    private static final char INDEFINITE_TOKEN = 't';

    private final GlobalData gd;
    private final Kernel kernel;
    private final RunQueue runQueue;

    LwktScheduler(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
        this.runQueue = gd.runQueue;
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
    private void enqueueSelf(LwktThread td) {
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
     * Switches to the best runnable thread, or to the idle thread; answers when the caller is resumed. Tokens are dropped
     * meanwhile, the current-process designation too when the thread blocks. Context: thread; panics in a fast
     * interrupt, an IPI or a hard code section, and with a spin lock held.
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_switch")
    public Flow switchThread() {
        LwktThread td = gd.curThread;
        long tscBase = kernel.rdtsc();
        if (gd.processingIpiq != 0) {
            kernel.kassert.failed("lwkt_switch", "gd->gd_processing_ipiq == 0");
        }
        if (!td.has(ThreadFlag.RUNNING)) {
            kernel.kassert.failed("lwkt_switch", "td->td_flags & TDF_RUNNING");
        }
        if (gd.intrNestingLevel != 0) {
            return switchFromHardCode(td);
        }
        if (td.release && (gd.userReschedWanted() || !td.has(ThreadFlag.RUNQ))) {
            td.kernelStack.push(Frame.SWITCH_AFTER_RELEASE, tscBase);
            return passiveRelease(td);
        }
        return switchReleased(td, tscBase);
    }

    /** A fatal trap may have to switch all the same: without the nesting levels, which the frame keeps. */
    private Flow switchFromHardCode(LwktThread td) {
        if (gd.trapNestingLevel == 0) {
            throw new KernelPanic(
                    "lwkt_switch",
                    "lwkt_switch: Attempt to switch from a fast interrupt, ipi, or hard code section, td "
                            + kernel.observer.name(td));
        }
        td.kernelStack.push(Frame.SWITCH_FROM_TRAP_RETURN, gd.intrNestingLevel, gd.trapNestingLevel, gd);
        gd.intrNestingLevel = 0;
        gd.trapNestingLevel = 0;
        if (!td.has(ThreadFlag.PANICWARN)) {
            td.flags |= ThreadFlag.PANICWARN;
            kernel.observer.kprintf(
                    gd,
                    "Warning: thread switch from interrupt, IPI, or hard code section. thread "
                            + kernel.observer.name(td) + " (" + td.comm + ")");
            kernel.observer.backtrace(gd);
        }
        return switchThread();
    }

    Flow switchFromTrapReturn(GlobalData switchedGd, int intrNestingLevel, int trapNestingLevel) {
        switchedGd.intrNestingLevel = intrNestingLevel;
        switchedGd.trapNestingLevel = trapNestingLevel;
        return Flow.RETURN;
    }

    /** {@link #switchThread} from where {@code td_release} has been called if it had to be. */
    Flow switchReleased(LwktThread td, long tscBase) {
        td.critCount++;
        if (td.holdsTokens()) {
            gd.tokens.releaseAll(td);
        }
        if (gd.spinlocks != 0) {
            kernel.kassert.panicked(
                    "lwkt_switch", "lwkt_switch: still holding " + gd.spinlocks + " exclusive spinlocks!");
        }
        if (td.csCount != 0 && kernel.kassert.invariants()) {
            complainOfCpusyncMaster(td);
        }
        if (td.preempted != null) {
            return resumePreempted(td, td.preempted);
        }
        return switchToBest(td, tscBase);
    }

    private void complainOfCpusyncMaster(LwktThread td) {
        kernel.observer.kprintf(
                gd, "Diagnostic: attempt to switch while mastering cpusync: " + kernel.observer.name(td));
        if (kernel.sysctls.panicOnCscount) {
            throw new KernelPanic("lwkt_switch", "switching while mastering cpusync");
        }
    }

    /** A preempting thread that blocks gives the CPU back to whom it took it from, whatever else is runnable. */
    private Flow resumePreempted(LwktThread td, LwktThread ntd) {
        if (!ntd.has(ThreadFlag.PREEMPT_LOCK)) {
            kernel.kassert.failed("lwkt_switch", "ntd->td_flags & TDF_PREEMPT_LOCK");
        }
        ntd.flags |= ThreadFlag.PREEMPT_DONE;
        ntd.contended = 0;
        LwktThread first = runQueue.first();
        if (first != null && first != ntd) {
            gd.needLwktResched();
        }
        return switchTo(td, ntd);
    }

    private Flow switchToBest(LwktThread td, long tscBase) {
        gd.clearLwktResched();
        LwktThread ntd = runQueue.first();
        if (ntd != null) {
            if (ntd.toksStop == 0 || getTokensOfHead(ntd, tscBase)) {
                return haveThread(td, ntd);
            }
            ntd = findUncontended(ntd);
            if (ntd != null) {
                return haveThread(td, ntd);
            }
            // Go through the idle thread, but do not let it halt.
            gd.needLwktResched();
        }
        if (gd.trapNestingLevel == 0 && gd.idleThread.holdsTokens()) {
            kernel.kassert.failed("lwkt_switch", "TD_TOKS_NOT_HELD(ntd)");
        }
        return switchTo(td, gd.idleThread);
    }

    /** The limited spin for the tokens of the first runnable thread. */
    private boolean getTokensOfHead(LwktThread head, long tscBaseAtEntry) {
        long tscBase = tscBaseAtEntry;
        do {
            if (getTokens(head)) {
                return true;
            }
            head.contended++;
            if (gd.indefiniteType == 0 && kernel.sysctls.tscFrequency != 0) {
                gd.indefiniteType = INDEFINITE_TOKEN;
            }
            if (kernel.tscElapsed(tscBase)) {
                kernel.observer.kprintf(
                        gd,
                        "lwkt_switch: WARNING, excessive token contention cpu " + gd.cpuId + ", " + head.contended
                                + " sec, td " + kernel.observer.name(head) + " (" + head.comm + ")");
                tscBase = kernel.rdtsc();
            }
        } while (Integer.compareUnsigned(head.contended, kernel.sysctls.spinLoops >>> 1) < 0);
        return false;
    }

    /** The first thread behind a contended {@code head} that may run: with its tokens, or with none and good enough. */
    private LwktThread findUncontended(LwktThread head) {
        int upri = head.upri;
        for (LwktThread td = RunQueue.next(head); td != null; td = RunQueue.next(td)) {
            if (!td.holdsTokens() && td.pri < ThreadPriority.KERN_LPSCHED && upri > td.upri) {
                continue;
            }
            upri = Math.max(upri, td.upri);
            if (!td.holdsTokens() || getTokens(td)) {
                return td;
            }
            td.contended++;
        }
        return null;
    }

    private boolean getTokens(LwktThread td) {
        boolean sorted = Integer.compareUnsigned(td.contended, kernel.sysctls.spinLoops) > 0;
        return gd.tokens.getAll(td, sorted);
    }

    private Flow haveThread(LwktThread td, LwktThread ntd) {
        ntd.wmesg = null;
        ntd.contended = 0;
        gd.vSwtch++;
        gd.idleRepeat = 0;
        gd.indefiniteType = 0;
        return switchTo(td, ntd);
    }

    private Flow switchTo(LwktThread td, LwktThread ntd) {
        if (ntd.critCount == 0) {
            kernel.kassert.panicked(
                    "lwkt_switch", "priority problem in lwkt_switch " + td.critCount + " " + ntd.critCount);
        }
        if (td == ntd) {
            return finishSwitch(td);
        }
        if (ntd.has(ThreadFlag.RUNNING)) {
            kernel.kassert.failed("lwkt_switch", "(ntd->td_flags & TDF_RUNNING) == 0");
        }
        kernel.switchCount++;
        kernel.observer.switched(gd, td, ntd);
        ntd.flags |= ThreadFlag.RUNNING;
        td.kernelStack.push(Frame.SWITCH_RESUME);
        return tdSwitch(td, ntd);
    }

    /** {@code td->td_switch(ntd)}: from here on {@code ntd} runs, from its innermost frame. */
    @Ports({
        "sys/platform/pc64/x86_64/swtch.s#cpu_lwkt_switch",
        "sys/platform/pc64/x86_64/swtch.s#cpu_lwkt_restore",
        "sys/platform/pc64/x86_64/swtch.s#cpu_exit_switch"
    })
    private Flow tdSwitch(LwktThread td, LwktThread ntd) {
        if (td.exitSwitch) {
            td.kernelStack.clear();
        }
        if (!ntd.hasContext()) {
            throw new KernelPanic("td_switch", "thread " + kernel.observer.name(ntd) + " has no context");
        }
        gd.curThread = ntd;
        gd.switchedFrom = td;
        return Flow.RETURN;
    }

    /** Where {@code td_switch()} comes back in {@code lwkt_switch()}, perhaps on another CPU. */
    Flow resumeAfterSwitch(LwktThread td) {
        LwktThread otd = gd.switchedFrom;
        if (isHandedOver(otd)) {
            td.kernelStack.push(Frame.SWITCH_FINISH);
            return switchReturn(otd);
        }
        noLongerRuns(otd);
        return finishSwitch(td);
    }

    /** Whether {@link #switchReturn} has more to do for {@code otd} than to note that it runs no longer. */
    private static boolean isHandedOver(LwktThread otd) {
        return otd.migrateGd != null || otd.has(ThreadFlag.EXITING);
    }

    /** All of {@link #switchReturn} for a thread that is not handed over. */
    private void noLongerRuns(LwktThread otd) {
        kernel.rdtsc();
        otd.flags &= ~ThreadFlag.RUNNING;
    }

    Flow finishSwitch(LwktThread td) {
        if (gd.pending.isSplzCheckDue(td)) {
            td.kernelStack.push(Frame.CRIT_EXIT);
            return gd.pending.splz();
        }
        return gd.critical.exitQuick(td);
    }

    /** A thread runs for the first time: what the trampoline does before it calls the thread's function. */
    @Ports("sys/platform/pc64/x86_64/swtch.s#cpu_kthread_restore")
    Flow firstActivation(LwktThread td) {
        LwktThread otd = gd.switchedFrom;
        if (isHandedOver(otd)) {
            td.kernelStack.push(Frame.FIRST_ACTIVATION_DONE);
            return switchReturn(otd);
        }
        noLongerRuns(otd);
        return firstActivationDone(td);
    }

    Flow firstActivationDone(LwktThread td) {
        td.critCount--;
        return Flow.RETURN;
    }

    /** Finishes what {@code otd}, which is off this CPU now, was about: migration or exit. Context: critical section. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_switch_return")
    private Flow switchReturn(LwktThread otd) {
        kernel.rdtsc();
        GlobalData target = otd.migrateGd;
        if (target != null && !otd.has(ThreadFlag.PREEMPT_LOCK)) {
            if ((otd.flags & (ThreadFlag.MIGRATING | ThreadFlag.RUNNING))
                    != (ThreadFlag.MIGRATING | ThreadFlag.RUNNING)) {
                kernel.kassert.failed(
                        "lwkt_switch_return",
                        "(otd->td_flags & (TDF_MIGRATING | TDF_RUNNING)) == (TDF_MIGRATING | TDF_RUNNING)");
            }
            otd.migrateGd = null;
            otd.flags &= ~ThreadFlag.RUNNING;
            if (otd.has(ThreadFlag.EXITING)) {
                gd.curThread.kernelStack.push(Frame.SWITCH_EXITED, 0, 0, otd);
            }
            return gd.ipi.send(target, IpiFunction.SETCPU_REMOTE, otd, 0);
        }
        otd.flags &= ~ThreadFlag.RUNNING;
        return otd.has(ThreadFlag.EXITING) ? switchExited(otd) : Flow.RETURN;
    }

    /** The last that is done for a thread that exits: from here on its reaper may free it. */
    Flow switchExited(LwktThread otd) {
        otd.mpFlags |= ThreadMpFlag.EXITSIG;
        return gd.sleepQueue.wakeup(otd);
    }

    /**
     * Switches to {@code ntd} at once if it is better and nothing forbids it, and answers when it lets go; else answers
     * at once. Context: the critical section of the caller, which counts {@code critCount}.
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_preempt")
    public Flow preempt(LwktThread ntd, int critCount) {
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
        return tdSwitch(td, ntd);
    }

    /** The tests in front of a preemption, with the counters that say why not. */
    private boolean mayPreempt(LwktThread ntd, int critCount) {
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
        return switchReturn(from);
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

    /** Makes the current thread an interrupt support thread: of priority INT_SUPPORT and able to preempt. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_set_interrupt_support_thread")
    public Flow setInterruptSupportThread() {
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
    public Flow passiveRelease(LwktThread td) {
        td.release = false;
        td.kernelStack.push(Frame.PASSIVE_RELEASE_AFTER_SETPRI);
        return setPrioritySelf(ThreadPriority.KERN_USER);
    }

    /** Lets threads of equal or higher priority run if a reschedule is wanted, typically once a tick. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_yield")
    public Flow yieldThread() {
        if (gd.spinlocks != 0) {
            return Flow.RETURN;
        }
        LwktThread td = gd.curThread;
        if (gd.workPending() && td.nestCount < 2) {
            td.kernelStack.push(Frame.YIELD_AFTER_SPLZ);
            return gd.pending.splz();
        }
        return yieldIfWanted(td);
    }

    Flow yieldIfWanted(LwktThread td) {
        if (!gd.lwktReschedWanted()) {
            return Flow.RETURN;
        }
        td.mpFlags |= ThreadMpFlag.DIDYIELD;
        td.kernelStack.push(Frame.YIELD_SWITCH);
        return scheduleSelf(td);
    }

    /** Runs pended interrupts and better threads, but does not take turns with equals. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_yield_quick")
    public Flow yieldQuick() {
        LwktThread td = gd.curThread;
        if (gd.workPending() && td.nestCount < 2) {
            td.kernelStack.push(Frame.YIELD_QUICK_AFTER_SPLZ);
            return gd.pending.splz();
        }
        return yieldQuickIfWanted(td);
    }

    Flow yieldQuickIfWanted(LwktThread td) {
        if (!gd.lwktReschedWanted()) {
            return Flow.RETURN;
        }
        td.critCount++;
        if (runQueue.first() == td) {
            gd.clearLwktResched();
            return gd.critical.exit();
        }
        td.mpFlags |= ThreadMpFlag.DIDYIELD;
        enqueueSelf(td);
        td.critCount--;
        td.kernelStack.push(Frame.CRIT_EXIT);
        return switchThread();
    }

    /** The yield of a kernel thread that works for a user thread: switches also when the user scheduler asks. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_user_yield")
    public Flow userYield() {
        if (gd.spinlocks != 0) {
            return Flow.RETURN;
        }
        LwktThread td = gd.curThread;
        if (gd.workPending() && td.nestCount < 2) {
            td.kernelStack.push(Frame.USER_YIELD_AFTER_SPLZ);
            return gd.pending.splz();
        }
        return userYieldIfWanted();
    }

    Flow userYieldIfWanted() {
        return gd.lwktReschedWanted() || gd.userReschedWanted() ? switchThread() : Flow.RETURN;
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
            current.kernelStack.push(Frame.CRIT_EXIT);
            return gd.ipi.send(td.gd, IpiFunction.SCHEDULE_REMOTE, td, 0);
        }
        enqueue(td);
        if (td != current && td.has(ThreadFlag.RUNQ) && td.preemptable) {
            current.kernelStack.push(Frame.CRIT_EXIT);
            return preempt(td, 1);
        }
        return gd.critical.exitQuick(current);
    }

    /** {@link #schedule} for a thread of this CPU, in a critical section, where no preemption succeeds. */
    @Ports("sys/kern/lwkt_thread.c#_lwkt_schedule")
    void scheduleNested(LwktThread td) {
        LwktThread current = gd.curThread;
        beginSchedule(td, current);
        enqueue(td);
        if (td != current && td.has(ThreadFlag.RUNQ) && td.preemptable && mayPreempt(td, 1)) {
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

    /** Sets the priority of a thread of this CPU and puts it into its place in the run queue; switches to nobody. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_setpri")
    public Flow setPriority(LwktThread td, int pri) {
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
    public void setPriorityInitial(LwktThread td, int pri) {
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
    public Flow setPrioritySelf(int pri) {
        if (pri < 0 || pri > ThreadPriority.MAX) {
            kernel.kassert.failed("lwkt_setpri_self", "pri >= 0 && pri <= TDPRI_MAX");
        }
        gd.critical.enter();
        requeue(gd.curThread, pri);
        return gd.critical.exit();
    }

    private void requeue(LwktThread td, int pri) {
        if (td.has(ThreadFlag.RUNQ)) {
            dequeue(td);
            td.pri = pri;
            enqueue(td);
        } else {
            td.pri = pri;
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

    /** The lwp that the current chain of preemptions started from, or null. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_preempted_proc")
    public Lwp preemptedProc() {
        LwktThread td = gd.curThread;
        while (td.preempted != null) {
            td = td.preempted;
        }
        return td.lwp;
    }

    private void assertNotOnUserRunq(LwktThread td, String function) {
        if (td.lwp != null && td.lwp.onRunq) {
            kernel.kassert.failed(function, "td->td_lwp == NULL || (td->td_lwp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
        }
    }
}
