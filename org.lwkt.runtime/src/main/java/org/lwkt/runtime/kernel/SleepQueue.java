// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code tsleep()} and {@code wakeup()}. The sleepers of one CPU stand in one list in the order in which they came, from
 * which the kernel's hash buckets differ in nothing that can be seen. An identifier is compared by reference.
 */
@Ports("sys/kern/kern_synch.c")
public final class SleepQueue {
    /** What a sleep answers when its time is up, {@code EWOULDBLOCK}. */
    public static final int EWOULDBLOCK = 35;

    private final GlobalData gd;
    private final Kernel kernel;
    private final TailQueue sleepers;

    SleepQueue(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
        this.sleepers = new TailQueue(TailQueue.Field.SLEEPQ, kernel.observer);
    }

    /** Records that the current thread is about to sleep on {@code ident}, so that a wakeup is not lost. */
    @Ports("sys/kern/kern_synch.c#tsleep_interlock")
    public Flow tsleepInterlock(Object ident) {
        LwktThread td = gd.curThread;
        interlockNested(td, ident);
        td.critCount++;
        return gd.critical.exitQuick(td);
    }

    @Ports("sys/kern/kern_synch.c#_tsleep_interlock")
    private void interlockNested(LwktThread td, Object ident) {
        if (td.has(ThreadFlag.TSLEEPQ)) {
            if (td.wchan == ident) {
                return;
            }
            sleepers.remove(td);
        } else {
            td.flags |= ThreadFlag.TSLEEPQ;
        }
        sleepers.insertTail(td);
        td.wchan = ident;
    }

    /** Takes {@code td} off the queue that {@link #tsleepInterlock} put it on. Context: critical section, its CPU. */
    @Ports({"sys/kern/kern_synch.c#tsleep_remove", "sys/kern/kern_synch.c#_tsleep_remove"})
    void tsleepRemove(LwktThread td) {
        if (td.gd != gd || td.critCount == 0) {
            kernel.kassert.failed("_tsleep_remove", "td->td_gd == gd && IN_CRITICAL_SECT(td)");
        }
        if (td.has(ThreadFlag.MIGRATING)) {
            kernel.kassert.failed("_tsleep_remove", "(td->td_flags & TDF_MIGRATING) == 0");
        }
        if (td.has(ThreadFlag.TSLEEPQ)) {
            td.flags &= ~ThreadFlag.TSLEEPQ;
            sleepers.remove(td);
            td.wchan = null;
        }
    }

    void removeIfQueued(LwktThread td) {
        if (td.has(ThreadFlag.TSLEEPQ)) {
            tsleepRemove(td);
        }
    }

    /**
     * Sleeps until somebody wakes {@code ident} up; the result is 0, or {@link #EWOULDBLOCK} after a timeout. Context:
     * thread.
     *
     * @param interlocked PINTERLOCKED: {@link #tsleepInterlock} was called, and a wakeup since then ends the sleep at once
     * @param timo more than 0: arms the timeout
     */
    @Ports("sys/kern/kern_synch.c#tsleep")
    public Flow tsleep(Object ident, boolean interlocked, String wmesg, int timo) {
        LwktThread td = gd.curThread;
        kernel.observer.tsleep(gd, td, ident);
        if (td == gd.idleThread) {
            kernel.kassert.failed("tsleep", "td != &gd->gd_idlethread");
        }
        td.critCount++;
        Lwp lp = td.lwp;
        if (lp != null && lp.stat != Lwp.LSRUN) {
            kernel.kassert.panicked(
                    "tsleep", "tsleep " + kernel.observer.identName(ident) + " " + wmesg + " " + lp.stat);
        }
        if (!interlocked) {
            interlockNested(td, ident);
        }
        td.sleepIdent = ident;
        td.sleepMesg = wmesg;
        td.sleepTimo = timo;
        if (lp != null) {
            td.kernelStack.push(Frame.TSLEEP_AFTER_INTERLOCK_TOKEN);
            return gd.tokens.get(lp.token);
        }
        return tsleepDeschedule(td);
    }

    Flow tsleepTokenHeld(LwktThread td) {
        td.kernelStack.push(Frame.TSLEEP_AFTER_RELEASE);
        return kernel.userScheduler.releaseCurproc(gd, td.lwp);
    }

    Flow tsleepDeschedule(LwktThread td) {
        if (!td.has(ThreadFlag.TSLEEPQ) || td.wchan != td.sleepIdent) {
            return tsleepResume(td, 0);
        }
        LwktScheduler.dequeue(td);
        td.flags |= ThreadFlag.TSLEEP_DESCHEDULED;
        td.wmesg = td.sleepMesg;
        if (td.has(ThreadFlag.TIMEOUT)) {
            kernel.kassert.failed("tsleep", "(td->td_flags & TDF_TIMEOUT) == 0");
        }
        td.timeoutArmed = td.sleepTimo > 0;
        if (td.lwp != null) {
            if (td.lwp.onRunq) {
                kernel.kassert.failed("tsleep", "(lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
            }
            td.lwp.stat = Lwp.LSSLEEP;
        }
        td.kernelStack.push(Frame.TSLEEP_AWAKE, 0, 0, gd);
        return gd.scheduler.switchThread();
    }

    Flow tsleepAwake(LwktThread td, GlobalData sleptOn) {
        if (td.lwp != null) {
            td.lwp.stat = Lwp.LSRUN;
        }
        if (sleptOn != td.gd) {
            kernel.kassert.failed("tsleep", "gd == td->td_gd");
        }
        return tsleepTimedOut(td);
    }

    private Flow tsleepTimedOut(LwktThread td) {
        int error = 0;
        if (td.sleepTimo > 0) {
            if (td.has(ThreadFlag.TIMEOUT_RUNNING)) {
                if (td.lwp != null) {
                    td.lwp.stat = Lwp.LSSLEEP;
                }
                LwktScheduler.dequeue(td);
                td.wmesg = "tsrace";
                td.kernelStack.push(Frame.TSLEEP_AFTER_TIMEOUT_RACE);
                return gd.scheduler.switchThread();
            }
            if (td.has(ThreadFlag.TIMEOUT)) {
                td.flags &= ~ThreadFlag.TIMEOUT;
                error = EWOULDBLOCK;
            } else {
                td.timeoutArmed = false;
            }
        }
        td.flags &= ~ThreadFlag.TSLEEP_DESCHEDULED;
        tsleepRemove(td);
        td.wmesg = null;
        return tsleepResume(td, error);
    }

    Flow tsleepAfterRace(LwktThread td) {
        kernel.observer.kprintf(gd, "td " + kernel.observer.name(td) + " " + td.comm + ": timeout race");
        return tsleepTimedOut(td);
    }

    private Flow tsleepResume(LwktThread td, int error) {
        if (td.lwp != null) {
            td.lwp.stat = Lwp.LSRUN;
            gd.tokens.release(td.lwp.token);
        }
        td.sleepIdent = null;
        td.result = error;
        return gd.critical.exitQuick(td);
    }

    /** The armed timeout of {@code td}, a sleeper of this CPU, fires. */
    @Ports("sys/kern/kern_synch.c#endtsleep")
    public Flow endtsleep(LwktThread td) {
        td.timeoutArmed = false;
        assertMine(td, "endtsleep");
        gd.critical.enter();
        td.flags |= ThreadFlag.TIMEOUT_RUNNING | ThreadFlag.TIMEOUT;
        if (td.lwp != null) {
            gd.curThread.kernelStack.push(Frame.ENDTSLEEP_LOCKED, 0, 0, td);
            return gd.tokens.get(td.lwp.token);
        }
        assertDescheduled(td);
        tsleepRemove(td);
        gd.scheduler.scheduleNested(td);
        return endtsleepDone(td);
    }

    Flow endtsleepLocked(LwktThread td) {
        assertDescheduled(td);
        setrunnable(td);
        gd.tokens.release(td.lwp.token);
        return endtsleepDone(td);
    }

    private void assertDescheduled(LwktThread td) {
        if (!td.has(ThreadFlag.TSLEEP_DESCHEDULED)) {
            kernel.kassert.failed("endtsleep", "td->td_flags & TDF_TSLEEP_DESCHEDULED");
        }
    }

    Flow endtsleepDone(LwktThread td) {
        assertMine(td, "endtsleep");
        td.flags &= ~ThreadFlag.TIMEOUT_RUNNING;
        return gd.critical.exit();
    }

    /** Wakes the sleeping lwp of {@code td}. Context: critical section, the lwp's token held. */
    @Ports("sys/kern/kern_synch.c#setrunnable")
    private void setrunnable(LwktThread td) {
        assertMine(td, "setrunnable");
        if (td.lwp.stat == Lwp.LSSLEEP) {
            tsleepRemove(td);
            gd.scheduler.scheduleNested(td);
        }
    }

    private void assertMine(LwktThread td, String function) {
        if (td.gd != gd) {
            kernel.kassert.failed(function, "td->td_gd == mycpu");
        }
    }

    /** Makes every thread that sleeps on {@code ident} runnable, on all CPUs. */
    @Ports("sys/kern/kern_synch.c#wakeup")
    public Flow wakeup(Object ident) {
        return wakeup(ident, false);
    }

    /** Makes one thread that sleeps on {@code ident} runnable: the first here, else one on each CPU that has any. */
    @Ports("sys/kern/kern_synch.c#wakeup_one")
    public Flow wakeupOne(Object ident) {
        return wakeup(ident, true);
    }

    private Flow wakeup(Object ident, boolean one) {
        wakeupNested(ident, one);
        LwktThread td = gd.curThread;
        td.critCount++;
        return gd.critical.exitQuick(td);
    }

    /** {@link #wakeup} for a caller in a critical section. */
    void wakeupNested(Object ident) {
        wakeupNested(ident, false);
    }

    @Ports("sys/kern/kern_synch.c#_wakeup")
    private void wakeupNested(Object ident, boolean one) {
        kernel.observer.wakeup(gd, ident, one);
        LwktThread current = gd.curThread;
        current.critCount++;
        if (!wakeupLocal(ident, one)) {
            wakeupOthers(ident, one);
        }
        current.critCount--;
    }

    /** The IPI function behind {@link #wakeup}: this CPU only. Context: critical section. */
    void wakeupRemote(Object ident, boolean one) {
        LwktThread current = gd.curThread;
        current.critCount++;
        wakeupLocal(ident, one);
        current.critCount--;
    }

    /** Wakes the sleepers of this CPU; answers whether one was all that was asked for. */
    private boolean wakeupLocal(Object ident, boolean one) {
        LwktThread td = sleepers.first();
        while (td != null) {
            if (td.wchan != ident) {
                td = sleepers.next(td);
                continue;
            }
            if (td.gd != gd) {
                kernel.kassert.failed("_wakeup", "td->td_gd == gd");
            }
            tsleepRemove(td);
            td.wakeFromCpu = gd.cpuId;
            if (td.has(ThreadFlag.TSLEEP_DESCHEDULED)) {
                gd.scheduler.scheduleNested(td);
                if (one) {
                    return true;
                }
            }
            td = sleepers.first();
        }
        return false;
    }

    private void wakeupOthers(Object ident, boolean one) {
        for (int cpu = kernel.ncpus() - 1; cpu >= 0; cpu--) {
            GlobalData other = kernel.cpu(cpu);
            if (other != gd && other.sleepQueue.hasSleeper(ident)) {
                gd.ipi.sendNested(other, IpiFunction.WAKEUP, ident, one ? 1 : 0);
            }
        }
    }

    private boolean hasSleeper(Object ident) {
        for (LwktThread td = sleepers.first(); td != null; td = sleepers.next(td)) {
            if (td.wchan == ident) {
                return true;
            }
        }
        return false;
    }
}
