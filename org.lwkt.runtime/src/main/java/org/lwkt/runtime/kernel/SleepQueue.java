// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * {@code tsleep()} and {@code wakeup()} of one CPU. An identifier is compared by reference. A sleeper stands in the bucket
 * of its identifier, on the CPU that it sleeps on; the shared masks of {@link SleepHash} say which CPUs to ask.
 */
@Ports("sys/kern/kern_synch.c")
public final class SleepQueue {
    /** What a sleep answers when its time is up, {@code EWOULDBLOCK}. */
    public static final int EWOULDBLOCK = 35;

    /** What a sleep answers when a signal interrupted it. */
    public static final int EINTR = 4;

    /** What a sleep answers when a signal interrupted it and the system call is to start again. */
    public static final int ERESTART = -1;

    /** Flag of a sleep: signals end it. */
    public static final int PCATCH = 0x0100;

    /** Flag of a sleep: {@link #tsleepInterlock} was called, and a wakeup since then ends the sleep at once. */
    public static final int PINTERLOCKED = 0x0400;

    /** {@code PDOMAIN_MASK}: the bits of a sleep's flags that separate users of one identifier. */
    public static final int PDOMAIN_MASK = 0xffff0000;

    private static final int PWAKEUP_CPUMASK = 0x3fff;
    private static final int PWAKEUP_MYCPU = 0x4000;
    private static final int PWAKEUP_ONE = 0x8000;

    /** {@code safepri}. */
    private static final int SAFE_PRI = 0;

    private final GlobalData gd;
    private final Kernel kernel;
    private SleepBucket[] buckets = new SleepBucket[0];
    /** {@code gd_delayed_wakeup}. */
    private Object delayed0;

    private Object delayed1;

    @Unhashed
    private WakeupScan freeScans;

    SleepQueue(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** The bucket of that number, {@code gd_tsleep_hash[]}. */
    public SleepBucket bucket(int queue) {
        if (queue >= buckets.length) {
            buckets = Arrays.copyOf(buckets, Math.max(queue + 1, buckets.length * 2));
        }
        if (buckets[queue] == null) {
            buckets[queue] = new SleepBucket(kernel.observer);
        }
        return buckets[queue];
    }

    /** {@code gd_delayed_wakeup[index]}. */
    public Object delayedWakeup(int index) {
        return index == 0 ? delayed0 : delayed1;
    }

    /**
     * Records that the current thread is about to sleep on {@code ident}, so that a wakeup is not lost.
     *
     * @param flags the domain, in {@link #PDOMAIN_MASK}
     */
    @Ports("sys/kern/kern_synch.c#tsleep_interlock")
    public Flow tsleepInterlock(Object ident, int flags) {
        LwktThread td = gd.curThread;
        interlockNested(td, ident, flags);
        td.critCount++;
        return gd.critical.exitQuick(td);
    }

    @Ports("sys/kern/kern_synch.c#_tsleep_interlock")
    private void interlockNested(LwktThread td, Object ident, int flags) {
        int domain = flags & PDOMAIN_MASK;
        SleepLookup lookup = kernel.sleepHash.lookup();
        if (td.has(ThreadFlag.TSLEEPQ)) {
            if (td.wchan == ident && td.wdomain == domain) {
                return;
            }
            int slot = lookup.slot(td.wchan);
            SleepBucket bucket = bucket(lookup.queue(slot));
            bucket.queue.remove(td);
            if (bucket.isEmpty()) {
                bucket.forgetIdents();
                kernel.sleepHash.mask(slot).clear(gd.cpuId);
            }
        } else {
            td.flags |= ThreadFlag.TSLEEPQ;
        }
        int slot = lookup.slot(ident);
        SleepBucket bucket = bucket(lookup.queue(slot));
        bucket.queue.insertTail(td);
        bucket.add(ident);
        kernel.sleepHash.mask(slot).set(gd.cpuId);
        td.wchan = ident;
        td.wdomain = domain;
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
            int slot = kernel.sleepHash.lookup().slot(td.wchan);
            SleepBucket bucket = bucket(kernel.sleepHash.lookup().queue(slot));
            bucket.queue.remove(td);
            if (bucket.isEmpty()) {
                kernel.sleepHash.mask(slot).clear(gd.cpuId);
            }
            td.wchan = null;
            td.wdomain = 0;
        }
    }

    void removeIfQueued(LwktThread td) {
        if (td.has(ThreadFlag.TSLEEPQ)) {
            tsleepRemove(td);
        }
    }

    /**
     * Sleeps until somebody wakes {@code ident} up; the result is 0, {@link #EWOULDBLOCK} after a timeout, or
     * {@link #EINTR} or {@link #ERESTART} for a signal. Context: thread.
     *
     * @param flags {@link #PCATCH}, {@link #PINTERLOCKED} and the domain
     * @param timo more than 0: arms the timeout
     */
    @Ports("sys/kern/kern_synch.c#tsleep")
    public Flow tsleep(Object ident, int flags, String wmesg, int timo) {
        LwktThread td = gd.curThread;
        setArguments(td, ident, flags, wmesg, timo);
        if (td.has(ThreadFlag.DELAYED_WAKEUP)) {
            td.kernelStack.push(Frame.TSLEEP_BEGIN);
            return wakeupEndDelayed();
        }
        return tsleepBegin(td);
    }

    private static void setArguments(LwktThread td, Object ident, int flags, String wmesg, int timo) {
        td.sleepIdent = ident;
        td.sleepFlags = flags;
        td.sleepMesg = wmesg;
        td.sleepTimo = timo;
    }

    Flow tsleepBegin(LwktThread td) {
        if (!kernel.sysctls.tsleepNowWorks) {
            kernel.observer.tsleepCold(gd, td);
            td.kernelStack.push(Frame.TSLEEP_COLD_SETPRI);
            return gd.pending.splz();
        }
        kernel.observer.tsleep(gd, td, td.sleepIdent);
        if (td == gd.idleThread) {
            kernel.kassert.failed("tsleep", "td != &gd->gd_idlethread");
        }
        td.critCount++;
        Lwp lp = td.lwp;
        if (lp != null && lp.stat != Lwp.LSRUN && lp.stat != Lwp.LSSTOP) {
            kernel.kassert.panicked(
                    "tsleep",
                    "tsleep " + kernel.observer.identName(td.sleepIdent) + " " + td.sleepMesg + " " + lp.stat);
        }
        if ((td.sleepFlags & PINTERLOCKED) == 0) {
            interlockNested(td, td.sleepIdent, td.sleepFlags);
        }
        if (lp != null) {
            td.kernelStack.push(Frame.TSLEEP_AFTER_INTERLOCK_TOKEN);
            return gd.tokens.get(lp.token);
        }
        return tsleepDeschedule(td);
    }

    // Before sleeping works, tsleep() is one turn for the others at a safe priority.

    Flow tsleepColdSetpri(LwktThread td) {
        td.kernelStack.push(Frame.TSLEEP_COLD_SWITCH, td.pri);
        return gd.scheduler.setPrioritySelf(SAFE_PRI);
    }

    Flow tsleepColdSwitch(LwktThread td, long oldPri) {
        td.kernelStack.push(Frame.TSLEEP_COLD_RESTORE, oldPri);
        return gd.scheduler.switchThread();
    }

    Flow tsleepColdRestore(LwktThread td, long oldPri) {
        td.result = 0;
        return gd.scheduler.setPrioritySelf((int) oldPri);
    }

    Flow tsleepTokenHeld(LwktThread td) {
        Lwp lp = td.lwp;
        if (lp.core && !lp.stopped) {
            td.kernelStack.push(Frame.TSLEEP_AFTER_CORE);
            return gd.tokens.get(lp.procToken);
        }
        return tsleepCatch(td);
    }

    /** Another lwp of the process dumps core: this one counts as stopped. */
    Flow tsleepCore(LwktThread td) {
        td.lwp.stopped = true;
        td.lwp.stoppedCount++;
        gd.tokens.release(td.lwp.procToken);
        return tsleepCatch(td);
    }

    private Flow tsleepCatch(LwktThread td) {
        if ((td.sleepFlags & PCATCH) != 0) {
            if (td.signal != 0) {
                return tsleepResume(td, 0);
            }
            td.lwp.interruptible = true;
        }
        td.kernelStack.push(Frame.TSLEEP_AFTER_RELEASE);
        return kernel.userScheduler.releaseCurproc(gd, td.lwp);
    }

    Flow tsleepDeschedule(LwktThread td) {
        if (!td.has(ThreadFlag.TSLEEPQ) || td.wchan != td.sleepIdent || td.wdomain != (td.sleepFlags & PDOMAIN_MASK)) {
            kernel.observer.interlockFailed(gd, td, td.sleepIdent);
            return tsleepResume(td, 0);
        }
        LwktScheduler.dequeue(td);
        td.flags |= ThreadFlag.TSLEEP_DESCHEDULED;
        td.wmesg = td.sleepMesg;
        if (td.has(ThreadFlag.TIMEOUT)) {
            kernel.kassert.failed("tsleep", "(td->td_flags & TDF_TIMEOUT) == 0");
        }
        td.timeoutArmed = td.sleepTimo > 0;
        if (td.timeoutArmed) {
            kernel.observer.timeoutArmed(gd, td, td.sleepTimo);
        }
        if (td.lwp != null) {
            if (td.lwp.onRunq) {
                kernel.kassert.failed("tsleep", "(lp->lwp_mpflags & LWP_MP_ONRUNQ) == 0");
            }
            td.lwp.sleeps();
            kernel.userScheduler.uloadUpdate(td.lwp);
        }
        td.kernelStack.push(Frame.TSLEEP_AWAKE, 0, 0, gd);
        return gd.scheduler.switchThread();
    }

    Flow tsleepAwake(LwktThread td, GlobalData sleptOn) {
        Lwp lp = td.lwp;
        if (lp == null) {
            return tsleepEnd(td, sleptOn);
        }
        lp.stat = Lwp.LSRUN;
        if (lp.sleepTime == 0) {
            return tsleepEnd(td, sleptOn);
        }
        kernel.userScheduler.uloadUpdate(lp);
        td.kernelStack.push(Frame.TSLEEP_RECALCULATED, 0, 0, sleptOn);
        return kernel.userScheduler.recalculate(gd, lp);
    }

    /** The lwp slept for over a second, which its estimate knows now. */
    Flow tsleepRecalculated(LwktThread td, GlobalData sleptOn) {
        td.lwp.sleepTime = 0;
        return tsleepEnd(td, sleptOn);
    }

    private Flow tsleepEnd(LwktThread td, GlobalData sleptOn) {
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
                    td.lwp.sleeps();
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
                kernel.observer.timeoutStopped(gd, td);
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

    private Flow tsleepResume(LwktThread td, int errorBefore) {
        int error = errorBefore;
        if (td.lwp != null) {
            if ((td.sleepFlags & PCATCH) != 0 && error == 0) {
                error = td.lwp.signalError();
            }
            td.lwp.interruptible = false;
            td.lwp.stat = Lwp.LSRUN;
            gd.tokens.release(td.lwp.token);
        }
        td.sleepIdent = null;
        td.result = error;
        return gd.critical.exitQuick(td);
    }

    /** {@link #tsleep} that leaves a spin lock meanwhile. Context: thread, which holds the lock. */
    @Ports("sys/kern/kern_synch.c#ssleep")
    public Flow ssleep(Object ident, SpinLock spin, int flags, String wmesg, int timo) {
        LwktThread td = gd.curThread;
        interlockNested(td, ident, flags);
        setArguments(td, ident, flags | PINTERLOCKED, wmesg, timo);
        td.kernelStack.push(Frame.SSLEEP_RELOCK, gd.cpuId, 0, spin);
        td.kernelStack.push(Frame.SLEEP_UNLOCKED);
        return spin.unlock(gd);
    }

    /** The lock is left: sleeps with the arguments that were given. */
    Flow sleepUnlocked(LwktThread td) {
        return tsleep(td.sleepIdent, td.sleepFlags, td.sleepMesg, td.sleepTimo);
    }

    Flow ssleepRelock(LwktThread td, SpinLock spin, long sleptOn) {
        if (sleptOn != gd.cpuId) {
            kernel.kassert.failed("ssleep", "gd == mycpu");
        }
        td.kernelStack.push(Frame.SLEEP_RESULT, td.result);
        return spin.lock(gd);
    }

    Flow sleepResult(LwktThread td, long error) {
        td.result = (int) error;
        return Flow.RETURN;
    }

    /** {@link #tsleep} that releases a lock meanwhile. Context: thread, which holds the lock exclusively. */
    @Ports("sys/kern/kern_synch.c#lksleep")
    public Flow lksleep(Object ident, LockmgrLock lock, int flags, String wmesg, int timo) {
        LwktThread td = gd.curThread;
        interlockNested(td, ident, flags);
        setArguments(td, ident, flags | PINTERLOCKED, wmesg, timo);
        td.kernelStack.push(Frame.LKSLEEP_RELOCK, 0, 0, lock);
        td.kernelStack.push(Frame.SLEEP_UNLOCKED);
        return lock.release(gd);
    }

    Flow lksleepRelock(LwktThread td, LockmgrLock lock) {
        td.kernelStack.push(Frame.SLEEP_RESULT, td.result);
        return LockmgrExclusive.request(gd, lock, 0);
    }

    /** {@link #tsleep} that leaves a serializer meanwhile. Context: thread, which holds it. */
    @Ports("sys/kern/kern_synch.c#zsleep")
    public Flow zsleep(Object ident, LwktSerializer serializer, int flags, String wmesg, int timo) {
        serializer.assertSerialized(gd, "zsleep", "slz");
        LwktThread td = gd.curThread;
        interlockNested(td, ident, flags);
        setArguments(td, ident, flags | PINTERLOCKED, wmesg, timo);
        td.kernelStack.push(Frame.ZSLEEP_REENTER, 0, 0, serializer);
        td.kernelStack.push(Frame.SLEEP_UNLOCKED);
        return serializer.exit(gd);
    }

    Flow zsleepReenter(LwktThread td, LwktSerializer serializer) {
        td.kernelStack.push(Frame.SLEEP_RESULT, td.result);
        return serializer.enter(gd);
    }

    /** Sleeps until somebody schedules the thread; the result is as {@link #tsleep}'s. Context: critical section. */
    @Ports("sys/kern/kern_synch.c#lwkt_sleep")
    public Flow lwktSleep(String wmesg, int flags) {
        LwktThread td = gd.curThread;
        int blocked = ThreadFlag.BLOCKED;
        if ((flags & PCATCH) != 0 && td.lwp != null) {
            int error = td.lwp.signalError();
            if (error != 0) {
                td.result = error;
                return Flow.RETURN;
            }
            blocked |= ThreadFlag.SINTR;
        }
        td.flags |= blocked;
        td.wmesg = wmesg;
        td.kernelStack.push(Frame.LWKT_SLEEP_AWAKE, blocked);
        td.kernelStack.push(Frame.YIELD_SWITCH);
        return gd.scheduler.descheduleSelf(td);
    }

    Flow lwktSleepAwake(LwktThread td, long blocked) {
        td.wmesg = null;
        td.flags &= ~(int) blocked;
        td.result = 0;
        return Flow.RETURN;
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
        if (td.lwp.stat == Lwp.LSSTOP && !td.lwp.exiting) {
            kernel.kassert.failed("endtsleep", "lp->lwp_stat != LSSTOP || (lp->lwp_mpflags & LWP_MP_WEXIT)");
        }
        setrunnableNested(td.lwp);
        gd.tokens.release(td.lwp.token);
        return endtsleepDone(td);
    }

    private void assertDescheduled(LwktThread td) {
        if (!td.has(ThreadFlag.TSLEEP_DESCHEDULED)) {
            kernel.kassert.failed("endtsleep", "td->td_flags & TDF_TSLEEP_DESCHEDULED");
        }
    }

    private Flow endtsleepDone(LwktThread td) {
        assertMine(td, "endtsleep");
        td.flags &= ~ThreadFlag.TIMEOUT_RUNNING;
        return gd.critical.exit();
    }

    /** Wakes an lwp of this CPU that sleeps or is stopped. Context: its token held. */
    @Ports("sys/kern/kern_synch.c#setrunnable")
    public Flow setrunnable(Lwp lp) {
        LwktThread td = gd.curThread;
        setrunnableNested(lp);
        td.critCount++;
        return gd.critical.exit();
    }

    private void setrunnableNested(Lwp lp) {
        LwktThread td = lp.thread;
        if (!gd.tokens.isHeldAny(lp.token)) {
            kernel.kassert.failed("setrunnable", "LWKT_TOKEN_HELD_ANY(&lp->lwp_token)");
        }
        assertMine(td, "setrunnable");
        gd.critical.enter();
        if (lp.stat == Lwp.LSSTOP) {
            lp.stat = Lwp.LSSLEEP;
        }
        if (lp.stat == Lwp.LSSLEEP) {
            tsleepRemove(td);
            gd.scheduler.scheduleNested(td);
        } else if (td.has(ThreadFlag.SINTR)) {
            gd.scheduler.scheduleNested(td);
        }
        gd.curThread.critCount--;
    }

    private void assertMine(LwktThread td, String function) {
        if (td.gd != gd) {
            kernel.kassert.failed(function, "td->td_gd == mycpu");
        }
    }

    /** Makes every thread that sleeps on {@code ident} runnable, on all CPUs; later, if the thread delays its wakeups. */
    @Ports("sys/kern/kern_synch.c#wakeup")
    public Flow wakeup(Object ident) {
        if (!gd.curThread.has(ThreadFlag.DELAYED_WAKEUP)) {
            return wakeup(ident, gd.cpuId, false);
        }
        if (delayed0 == null) {
            delayed0 = ident;
            return Flow.RETURN;
        }
        if (delayed1 == null) {
            delayed1 = ident;
            return Flow.RETURN;
        }
        Object oldest = delayed0;
        delayed0 = delayed1;
        delayed1 = ident;
        return wakeup(oldest, gd.cpuId, false);
    }

    /** Makes one thread that sleeps on {@code ident} runnable: the first here, else one on each CPU that has any. */
    @Ports("sys/kern/kern_synch.c#wakeup_one")
    public Flow wakeupOne(Object ident) {
        return wakeup(ident, gd.cpuId | PWAKEUP_ONE, true);
    }

    /** {@link #wakeup} for the sleepers of this CPU, or with {@code one} the first of them. */
    @Ports({"sys/kern/kern_synch.c#wakeup_mycpu", "sys/kern/kern_synch.c#wakeup_mycpu_one"})
    public Flow wakeupMyCpu(Object ident, boolean one) {
        return wakeup(ident, gd.cpuId | PWAKEUP_MYCPU | (one ? PWAKEUP_ONE : 0), false);
    }

    /** {@link #wakeupMyCpu} on {@code target}. */
    @Ports({"sys/kern/kern_synch.c#wakeup_oncpu", "sys/kern/kern_synch.c#wakeup_oncpu_one"})
    public Flow wakeupOnCpu(GlobalData target, Object ident, boolean one) {
        if (target == gd) {
            return wakeupMyCpu(ident, one);
        }
        return gd.ipi.send(target, IpiFunction.WAKEUP, ident, gd.cpuId | PWAKEUP_MYCPU | (one ? PWAKEUP_ONE : 0));
    }

    /** {@link #wakeup}, or {@link #wakeupOne}, for those who sleep in {@code domain}. */
    @Ports({"sys/kern/kern_synch.c#wakeup_domain", "sys/kern/kern_synch.c#wakeup_domain_one"})
    public Flow wakeupDomain(Object ident, int domain, boolean one) {
        return wakeup(ident, domain & PDOMAIN_MASK | gd.cpuId | (one ? PWAKEUP_ONE : 0), false);
    }

    /** From here on up to two wakeups of the current thread wait for {@link #wakeupEndDelayed}. */
    @Ports("sys/kern/kern_synch.c#wakeup_start_delayed")
    public Flow wakeupStartDelayed() {
        gd.critical.enter();
        gd.curThread.flags |= ThreadFlag.DELAYED_WAKEUP;
        return gd.critical.exit();
    }

    /** Issues what was delayed on this CPU. */
    @Ports("sys/kern/kern_synch.c#wakeup_end_delayed")
    public Flow wakeupEndDelayed() {
        LwktThread td = gd.curThread;
        if (!td.has(ThreadFlag.DELAYED_WAKEUP)) {
            return Flow.RETURN;
        }
        gd.critical.enter();
        td.flags &= ~ThreadFlag.DELAYED_WAKEUP;
        if (delayed0 == null) {
            return endDelayedSecond(td);
        }
        td.kernelStack.push(Frame.DELAYED_FIRST_DONE);
        return wakeup(delayed0);
    }

    Flow endDelayedFirst(LwktThread td) {
        delayed0 = null;
        return endDelayedSecond(td);
    }

    private Flow endDelayedSecond(LwktThread td) {
        if (delayed1 == null) {
            return gd.critical.exit();
        }
        td.kernelStack.push(Frame.DELAYED_SECOND_DONE);
        return wakeup(delayed1);
    }

    Flow endDelayedDone() {
        delayed1 = null;
        return gd.critical.exit();
    }

    private Flow wakeup(Object ident, int domain, boolean one) {
        kernel.observer.wakeup(gd, ident, one);
        return wakeupRemote(ident, domain);
    }

    /** {@code _wakeup()}; also the IPI function behind the wakeups of another CPU. */
    @Ports("sys/kern/kern_synch.c#_wakeup")
    Flow wakeupRemote(Object ident, int domain) {
        gd.critical.enter();
        int slot = kernel.sleepHash.lookup().slot(ident);
        int queue = kernel.sleepHash.lookup().queue(slot);
        if (wakeupLocal(bucket(queue), slot, ident, domain) || (domain & PWAKEUP_MYCPU) != 0) {
            return gd.critical.exit();
        }
        CpuMask mask = kernel.sleepHash.mask(slot);
        int first = mask.next(0);
        if (first < 0 || first == gd.cpuId && mask.next(first + 1) < 0) {
            return gd.critical.exit();
        }
        WakeupScan scan = takeScan();
        scan.mask.copyFrom(mask);
        scan.mask.clear(gd.cpuId);
        scan.ident = ident;
        scan.domain = domain;
        scan.queue = queue;
        return wakeupOthers(scan);
    }

    /** Wakes the sleepers of this CPU; answers whether one was all that was asked for. */
    private boolean wakeupLocal(SleepBucket bucket, int slot, Object ident, int domain) {
        int used = 0;
        LwktThread td = bucket.queue.first();
        while (td != null) {
            if (td.wchan != ident || td.wdomain != (domain & PDOMAIN_MASK)) {
                used |= 1 << bucket.indexOf(td.wchan);
                td = bucket.queue.next(td);
                continue;
            }
            if (td.gd != gd) {
                kernel.kassert.failed("_wakeup", "td->td_gd == gd");
            }
            tsleepRemove(td);
            td.wakeFromCpu = domain & PWAKEUP_CPUMASK;
            if (td.has(ThreadFlag.TSLEEP_DESCHEDULED)) {
                gd.scheduler.scheduleNested(td);
                if ((domain & PWAKEUP_ONE) != 0) {
                    return true;
                }
            }
            td = bucket.queue.first();
        }
        forgetUnused(bucket, slot, used);
        return false;
    }

    private void forgetUnused(SleepBucket bucket, int slot, int used) {
        if (bucket.isEmpty()) {
            kernel.sleepHash.mask(slot).clear(gd.cpuId);
            bucket.forgetIdents();
            return;
        }
        for (int i = 0; i < SleepBucket.IDENTS; i++) {
            if ((used & 1 << i) != 0) {
                continue;
            }
            if (i == 0 && (used & 1 << SleepBucket.IDENTS) != 0) {
                if (bucket.idents[0] != SleepBucket.MULTI) {
                    kernel.kassert.failed("_wakeup", "qp->ident0 == (void *)(intptr_t)-1");
                }
            } else {
                bucket.idents[i] = null;
            }
        }
    }

    /** Asks the other CPUs that may have a sleeper, the highest first. */
    Flow wakeupOthers(WakeupScan scan) {
        int cpu = scan.mask.last();
        while (cpu >= 0) {
            scan.mask.clear(cpu);
            GlobalData other = kernel.cpu(cpu);
            SleepBucket bucket = other.sleepQueue.bucket(scan.queue);
            boolean multi = bucket.idents[0] == SleepBucket.MULTI;
            if (multi || bucket.names(scan.ident)) {
                gd.curThread.kernelStack.push(multi ? Frame.WAKEUP_COLLIDED : Frame.WAKEUP_NEXT, cpu, 0, scan);
                return gd.ipi.send(other, IpiFunction.WAKEUP, scan.ident, scan.domain | PWAKEUP_MYCPU);
            }
            cpu = scan.mask.last();
        }
        scan.ident = null;
        scan.nextFree = freeScans;
        freeScans = scan;
        return gd.critical.exit();
    }

    Flow wakeupCollided(WakeupScan scan, long cpu) {
        kernel.cpu((int) cpu).vWakeupColls++;
        return wakeupOthers(scan);
    }

    private WakeupScan takeScan() {
        WakeupScan scan = freeScans;
        if (scan == null) {
            return new WakeupScan(kernel.ncpus());
        }
        freeScans = scan.nextFree;
        return scan;
    }
}
