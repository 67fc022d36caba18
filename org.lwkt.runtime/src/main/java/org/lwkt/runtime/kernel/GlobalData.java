// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.BitSet;
import java.util.function.Consumer;
import org.lwkt.runtime.snapshot.Unhashed;

/**
 * {@code struct globaldata}: one CPU, and the kernel as that CPU runs it. The object whose method is called takes the
 * place of {@code mycpu}: {@code gd.scheduler().yieldThread()} is {@code lwkt_yield()} on that CPU.
 *
 * <p>A driver makes one call and lets the CPU {@link #proceed} to its next wait point:
 * {@code Flow at = gd.proceed(gd.scheduler().yieldThread())}. Then {@link #curThread} is whoever is current now. At
 * {@link Flow#FETCH} that thread may make its next call; at {@link Flow#IDLE} and {@link Flow#SPIN} the CPU takes one
 * more turn by {@code proceed(Flow.RETURN)}. An interrupt may arrive at any of them. Every call may throw
 * {@link KernelPanic}; the kernel must not be used after that.
 */
public final class GlobalData {
    final Kernel kernel;
    final int cpuId;
    final LwktThread idleThread = LwktThread.template();
    final RunQueue runQueue;
    final TailQueue tdallq;
    final LwktScheduler scheduler;
    final LwktSwitch switching;
    final LwktSwitchReturn switchReturn;
    final LwktPreempt preemption;
    final LwktYield yielding;
    final LwktPriority priority;
    final ThreadLifecycle lifecycle;
    final ThreadMigration migration;
    final CriticalSection critical;
    final PendingWork pending;
    final Interrupts interrupts;
    final InterruptThreads ithreads;
    final Ipi ipi;
    final TokenStack tokens;
    final SleepQueue sleepQueue;
    final UserMode userMode;
    final SchedClock schedClock;
    final LwpLifecycle lwps;
    final Signals signals;
    final IdleLoop idleLoop;

    LwktThread curThread = idleThread;
    /** The thread that the last switch on this CPU came from: what {@code td_switch()} returns. */
    LwktThread switchedFrom;

    int reqFlags;
    int intrNestingLevel;
    int trapNestingLevel;
    int spinlocks;
    int processingIpiq;
    /** {@code gd_freetd}: keeps a thread that exits intact until its stack is no longer in use. */
    LwktThread freeTd;
    /** {@code gd_indefinite.type}: what the CPU has been busy-waiting for, 0 for nothing. */
    char indefiniteType;

    int idleRepeat;
    /** Pending device interrupts by number. */
    final BitSet pendingIrqs = new BitSet();
    /** Livelocked interrupts, by number, whose timer went off where it could not be served. */
    final BitSet pendingLivelockTimers = new BitSet();

    /** What the CPU's clock reads: whole seconds since boot. */
    long clockSeconds;
    /** {@code gd_time_seconds}: what it read at the last tick that was served. */
    long timeSeconds;

    // gd_cnt
    @Unhashed
    long vSwtch;

    @Unhashed
    long vIntr;

    @Unhashed
    long vLockColls;

    @Unhashed
    long vWakeupColls;

    GlobalData(Kernel kernel, int cpuId) {
        this.kernel = kernel;
        this.cpuId = cpuId;
        runQueue = new RunQueue(kernel.observer);
        tdallq = new TailQueue(TailQueue.Field.ALLQ, kernel.observer);
        scheduler = new LwktScheduler(this);
        switching = new LwktSwitch(this);
        switchReturn = new LwktSwitchReturn(this);
        preemption = new LwktPreempt(this);
        yielding = new LwktYield(this);
        priority = new LwktPriority(this);
        lifecycle = new ThreadLifecycle(this);
        migration = new ThreadMigration(this);
        critical = new CriticalSection(this);
        pending = new PendingWork(this);
        interrupts = new Interrupts(this);
        ithreads = new InterruptThreads(this);
        ipi = new Ipi(this);
        tokens = new TokenStack(this);
        sleepQueue = new SleepQueue(this);
        userMode = new UserMode(this);
        schedClock = new SchedClock(this);
        lwps = new LwpLifecycle(this);
        signals = new Signals(this);
        idleLoop = new IdleLoop(this);
    }

    /**
     * Goes on from what a kernel call answered until the CPU is at a wait point.
     *
     * @return {@link Flow#FETCH}, {@link Flow#IDLE} or {@link Flow#SPIN}
     */
    public Flow proceed(Flow flow) {
        Flow at = flow;
        while (at == Flow.RETURN) {
            at = resumeFrame();
        }
        return at;
    }

    /** Runs the innermost frame of the current thread. */
    private Flow resumeFrame() {
        LwktThread td = curThread;
        KernelStack stack = td.kernelStack;
        if (stack.top() == Frame.FETCH) {
            return td.body.fetch(this, td);
        }
        return switch (stack.pop()) {
            case Frame.FIRST_ACTIVATION -> switchReturn.firstActivation(td);
            case Frame.IDLE_AFTER_SWITCH -> idleLoop.afterSwitch();
            case Frame.IDLE_AFTER_WAIT -> idleLoop.afterWait(stack.first() != 0);

            case Frame.CRIT_EXIT -> critical.exitQuick(td);
            case Frame.CRIT_ENTER -> critical.enterAgain(td);
            case Frame.SPLZ_LOOP -> pending.splzLoop(td);
            case Frame.DORETI -> pending.doreti();
            case Frame.DORETI_LOOP -> pending.doretiLoop(td);
            case Frame.DORETI_AFTER_IPIQ -> pending.doretiAfterIpiq(td);
            case Frame.DORETI_AFTER_AST -> pending.doretiAfterAst(td);
            case Frame.ITHREAD_DISPATCH -> ithreads.schedIthd((InterruptSource) stack.takeReference());
            case Frame.ITHREAD_RETURN -> ithreads.ithreadReturn(td);
            case Frame.ITHREAD_WAIT_DONE -> ithreads.waitDone(td);
            case Frame.ITHREAD_TIMER_WOKE -> ithreads.timerWoke(td);
            case Frame.ITHREAD_AWAIT -> ithreads.awaitInterrupt();
            case Frame.INTERRUPT_LEAVE -> interrupts.leave(td);
            case Frame.DEVICE_LEAVE -> interrupts.deviceLeave(td);
            case Frame.INTERRUPT_RETURN -> interrupts.interruptReturn(td, (InterruptKind) stack.takeReference());
            case Frame.IPIQ_DRAIN -> ipi.drainAgain(stack.first(), stack.second(), (CpuMask) stack.takeReference());
            case Frame.SMP_STOPPED_PROCESSED -> interrupts.smpStoppedProcessed();
            case Frame.SMP_STOPPED_RETURN -> interrupts.smpStoppedReturn();

            case Frame.SWITCH_EXITED -> switchReturn.switchExited((LwktThread) stack.takeReference());
            case Frame.SWITCH_FINISH -> switchReturn.finishSwitch(td);
            case Frame.FIRST_ACTIVATION_DONE -> switchReturn.firstActivationDone(td);
            case Frame.PREEMPT_FINISH ->
                preemption.finishPreemption(td, (LwktThread) stack.takeReference(), (int) stack.first());
            case Frame.SWITCH_RESUME -> switchReturn.resumeAfterSwitch(td);
            case Frame.SWITCH_AFTER_RELEASE -> switching.switchReleased(td, stack.first());
            case Frame.SWITCH_FROM_TRAP_RETURN ->
                switching.switchFromTrapReturn(
                        (GlobalData) stack.takeReference(), (int) stack.first(), (int) stack.second());
            case Frame.PREEMPT_RESUME ->
                preemption.resumeAfterPreemption(td, (LwktThread) stack.takeReference(), (int) stack.first());
            case Frame.YIELD_AFTER_SPLZ -> yielding.yieldIfWanted(td);
            case Frame.YIELD_SWITCH -> switching.switchThread();
            case Frame.YIELD_QUICK_AFTER_SPLZ -> yielding.yieldQuickIfWanted(td);
            case Frame.USER_YIELD_AFTER_SPLZ -> yielding.userYieldIfWanted();
            case Frame.INT_SUPPORT_AFTER_SETPRI -> priority.intSupportAfterSetpri(td);
            case Frame.PASSIVE_RELEASE_AFTER_SETPRI -> kernel.userScheduler.releaseCurproc(this, td.lwp);
            case Frame.ALLOC_AFTER_GET ->
                lifecycle.allocAfterGet((LwktThread) stack.takeReference(), stack.first(), (int) stack.second());
            case Frame.INIT_AFTER_TDALLQ -> lifecycle.initAfterTdallq(td, (LwktThread) stack.takeReference());
            case Frame.CREATE_AFTER_ALLOC -> lifecycle.createAfterAlloc(td, (NewThread) stack.takeReference());
            case Frame.EXIT_LOOP -> lifecycle.exitLoop(td);
            case Frame.SETCPU_AFTER_RELEASE -> migration.setCpuReleased(td, (GlobalData) stack.takeReference());
            case Frame.SETCPU_ARRIVED -> migration.arrived(td, (GlobalData) stack.takeReference());
            case Frame.ACQUIRE_PROCESSED -> migration.acquirePause((LwktThread) stack.takeReference(), stack.first());
            case Frame.ACQUIRE_POLL -> migration.acquirePolled((LwktThread) stack.takeReference(), stack.first());

            case Frame.TOKEN_AFTER_WAIT -> tokens.afterWait((TokenRef) stack.takeReference(), stack.first());

            case Frame.TSLEEP_AFTER_INTERLOCK_TOKEN -> sleepQueue.tsleepTokenHeld(td);
            case Frame.TSLEEP_AFTER_RELEASE -> sleepQueue.tsleepDeschedule(td);
            case Frame.TSLEEP_AWAKE -> sleepQueue.tsleepAwake(td, (GlobalData) stack.takeReference());
            case Frame.TSLEEP_RECALCULATED -> sleepQueue.tsleepRecalculated(td, (GlobalData) stack.takeReference());
            case Frame.TSLEEP_AFTER_TIMEOUT_RACE -> sleepQueue.tsleepAfterRace(td);
            case Frame.ENDTSLEEP_LOCKED -> sleepQueue.endtsleepLocked((LwktThread) stack.takeReference());

            case Frame.TSLEEP_BEGIN -> sleepQueue.tsleepBegin(td);
            case Frame.TSLEEP_COLD_SETPRI -> sleepQueue.tsleepColdSetpri(td);
            case Frame.TSLEEP_COLD_SWITCH -> sleepQueue.tsleepColdSwitch(td, stack.first());
            case Frame.TSLEEP_COLD_RESTORE -> sleepQueue.tsleepColdRestore(td, stack.first());
            case Frame.TSLEEP_AFTER_CORE -> sleepQueue.tsleepCore(td);
            case Frame.SSLEEP_RELOCK -> sleepQueue.ssleepRelock(td, (SpinLock) stack.takeReference(), stack.first());
            case Frame.SLEEP_UNLOCKED -> sleepQueue.sleepUnlocked(td);
            case Frame.SLEEP_RESULT -> sleepQueue.sleepResult(td, stack.first());
            case Frame.ZSLEEP_REENTER -> sleepQueue.zsleepReenter(td, (LwktSerializer) stack.takeReference());
            case Frame.LWKT_SLEEP_AWAKE -> sleepQueue.lwktSleepAwake(td, stack.first());
            case Frame.DELAYED_FIRST_DONE -> sleepQueue.endDelayedFirst(td);
            case Frame.DELAYED_SECOND_DONE -> sleepQueue.endDelayedDone();
            case Frame.WAKEUP_NEXT -> sleepQueue.wakeupOthers((WakeupScan) stack.takeReference());
            case Frame.WAKEUP_COLLIDED -> sleepQueue.wakeupCollided((WakeupScan) stack.takeReference(), stack.first());

            case Frame.IPI_FULL_PAUSE -> ipi.sendPause((IpiSend) stack.takeReference());
            case Frame.IPI_FULL_POLL -> ipi.sendPolled((IpiSend) stack.takeReference());
            case Frame.IPI_PASSIVE_FULL -> ipi.passiveTurnsActive((IpiSend) stack.takeReference());
            case Frame.IPI_MASK_NEXT -> ipi.sendMaskNext((IpiSend) stack.takeReference());
            case Frame.IPI_WAIT_PROCESSED -> ipi.awaitProcessed((GlobalData) stack.takeReference(), stack.first());
            case Frame.IPI_WAIT_PAUSE -> ipi.awaitPause((GlobalData) stack.takeReference(), stack.first());
            case Frame.IPI_WAIT_POLL -> ipi.awaitIpi((GlobalData) stack.takeReference(), (int) stack.first());
            case Frame.IPI_SYNC_LOOP -> ipi.synchronizeLoop((IpiBarrier) stack.takeReference());
            case Frame.IPI_SYNC_INTERLOCKED -> ipi.synchronizeInterlocked((IpiBarrier) stack.takeReference());
            case Frame.CPUSYNC_DEINTERLOCK -> ((CpuSync) stack.takeReference()).deinterlock(this);
            case Frame.CPUSYNC_INTERLOCK_WAIT -> ((CpuSync) stack.takeReference()).interlockWait(this);
            case Frame.CPUSYNC_DEINTERLOCK_WAIT -> ((CpuSync) stack.takeReference()).deinterlockWait(this);
            case Frame.CPUSYNC_QUICK_WAIT -> ((CpuSync) stack.takeReference()).quickWait(this);
            case Frame.CPUSYNC_QUICK_HERE -> ((CpuSync) stack.takeReference()).quickHere(this);
            case Frame.CPUSYNC_PAUSE -> ((CpuSync) stack.takeReference()).pause(this, stack.first());
            case Frame.CPUSYNC_POLL -> ((CpuSync) stack.takeReference()).polled(this, stack.first());
            case Frame.CPUSYNC_REMOTE_DONE -> ((CpuSync) stack.takeReference()).remoteDone(this);
            case Frame.CPUSYNC_REMOTE_POLL -> ((CpuSync) stack.takeReference()).remotePolled(this);

            case Frame.SPIN_LOCK_POLL -> ((SpinLock) stack.takeReference()).lockPolled(this, stack.first());
            case Frame.SPIN_SHARED_POLL -> ((SpinLock) stack.takeReference()).lockSharedPolled(this);
            case Frame.SPIN_UPDATE_LOCKED -> ((SpinLock) stack.takeReference()).updateLocked(this);
            case Frame.SLZ_INTERLOCKED -> ((LwktSerializer) stack.takeReference()).enterInterlocked(this);
            case Frame.SLZ_AWAKE -> ((LwktSerializer) stack.takeReference()).enterAwake(this);
            case Frame.SLZ_ADAPTIVE_INTERLOCKED -> ((LwktSerializer) stack.takeReference()).adaptiveInterlocked(this);
            case Frame.SLZ_ADAPTIVE_AWAKE -> ((LwktSerializer) stack.takeReference()).adaptiveAwake(this);
            case Frame.SLZ_HANDLER_LEAVE -> ((LwktSerializer) stack.takeReference()).handlerLeave(this);
            case Frame.SLZ_HANDLER_ENTERED -> ((LwktSerializer.Handler) stack.takeReference()).call(this);
            case Frame.SLZ_HANDLER_CHECK -> ((LwktSerializer) stack.takeReference()).handlerCheck(this);
            case Frame.SLZ_TRY_LEAVE -> ((LwktSerializer) stack.takeReference()).tryLeave(this);
            case Frame.SLZ_ARRAY_ENTER ->
                ((SerializerArray) stack.takeReference()).enterNext(this, stack.first(), stack.second());
            case Frame.SLZ_ARRAY_EXIT ->
                ((SerializerArray) stack.takeReference()).exitNext(this, stack.first(), stack.second());
            case Frame.SLZ_ARRAY_FAILED -> sleepQueue.sleepResult(td, 0);

            case Frame.SENDMSG_BEGUN -> MsgPort.begun(this, (LwktMsg) stack.takeReference());
            case Frame.DOMSG_BEGUN -> MsgPort.doMsgBegun(this, (LwktMsg) stack.takeReference(), stack.first());
            case Frame.FORWARDMSG_BEGUN -> MsgPort.forwardMsgBegun(this, (LwktMsg) stack.takeReference());
            case Frame.MSG_RESULT -> sleepQueue.sleepResult(td, ((LwktMsg) stack.takeReference()).error);
            case Frame.PORT_TARGET_STEP -> {
                LwktMsg msg = (LwktMsg) stack.takeReference();
                yield msg.targetPort.resume(this, stack.first(), stack.second(), msg);
            }
            case Frame.PORT_REPLY_STEP -> {
                LwktMsg msg = (LwktMsg) stack.takeReference();
                yield msg.replyPort.resume(this, stack.first(), stack.second(), msg);
            }
            case Frame.PORT_STEP -> ((MsgPort) stack.takeReference()).resume(this, stack.first(), stack.second(), null);

            case Frame.LOCK_SHARED_BEHIND_INTERLOCKED ->
                LockmgrShared.behindInterlocked(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_SHARED_BEHIND_AWAKE ->
                LockmgrShared.behindAwake(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_SHARED_INTERLOCKED ->
                LockmgrShared.interlocked(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_SHARED_AWAKE ->
                LockmgrShared.awake(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_EXCLUSIVE_INTERLOCKED ->
                LockmgrExclusive.makeRequest(
                        this, (LockmgrLock) stack.takeReference(), (int) stack.first(), stack.second());
            case Frame.LOCK_EXCLUSIVE_BEHIND_AWAKE ->
                LockmgrExclusive.again(this, (LockmgrLock) stack.takeReference(), (int) stack.first(), td.result);
            case Frame.LOCK_EXCLUSIVE_WAIT_INTERLOCKED ->
                LockmgrExclusive.awaitGrant(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_EXCLUSIVE_AWAKE ->
                LockmgrExclusive.awake(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_UPGRADE_RELEASED ->
                LockmgrUpgrade.released(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_UPGRADE_INTERLOCKED ->
                LockmgrUpgrade.makeRequest(
                        this, (LockmgrLock) stack.takeReference(), (int) stack.first(), stack.second());
            case Frame.LOCK_UPGRADE_WAIT_INTERLOCKED ->
                LockmgrUpgrade.awaitGrant(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_UPGRADE_AWAKE ->
                LockmgrUpgrade.awake(this, (LockmgrLock) stack.takeReference(), (int) stack.first());
            case Frame.LOCK_OWN -> ((LockmgrLock) stack.takeReference()).own(this);
            case Frame.LOCK_GIVE_BACK -> ((LockmgrLock) stack.takeReference()).giveBack(this, stack.first());
            case Frame.LKSLEEP_RELOCK -> sleepQueue.lksleepRelock(td, (LockmgrLock) stack.takeReference());

            case Frame.USEREXIT_AFTER_SETPRI -> userMode.exitAcquire(td);
            case Frame.USEREXIT_ACQUIRED -> userMode.exitDone(td);
            case Frame.AST_LEAVE -> userMode.exit();

            case Frame.USCHED_STEP ->
                kernel.userScheduler.resume(this, (int) stack.first(), (Lwp) stack.takeReference());
            case Frame.SCHEDCPU_RECALCULATED -> schedClock.statsDone((Lwp) stack.takeReference());
            case Frame.LWP_CREATED -> lwps.created(td.created);
            case Frame.LWP_START -> lwps.startRunnable((Lwp) stack.takeReference());
            case Frame.LWPSIGNAL_LOCKED -> signals.lwpsignalLocked((Lwp) stack.takeReference(), (int) stack.first());
            case Frame.LWPSIGNAL_DONE -> signals.lwpsignalDone((Lwp) stack.takeReference());

            case Frame.CONTINUATION -> ((Continuation) stack.takeReference()).resume(this, td, stack.first());
            default -> throw new IllegalStateException("no such frame");
        };
    }

    /** Leaves {@code rest} to be run on the current thread when the call that follows is complete. */
    public void pushContinuation(Continuation rest, long operand) {
        curThread.kernelStack.push(Frame.CONTINUATION, operand, 0, rest);
    }

    /** Leaves a step of the user scheduler to be run on the current thread when the call that follows is complete. */
    public void pushUserSchedulerStep(int step, Lwp lp) {
        curThread.kernelStack.push(Frame.USCHED_STEP, step, 0, lp);
    }

    /** {@code gd_tdrunqcount}: threads on the run queue, the current one included while it stands there. */
    public int runnable() {
        return runQueue.count();
    }

    /** {@code need_lwkt_resched()}. */
    void needLwktResched() {
        reqFlags |= ReqFlag.AST_LWKT_RESCHED;
    }

    /** {@code need_user_resched()}. */
    public void needUserResched() {
        reqFlags |= ReqFlag.AST_USER_RESCHED;
    }

    /** {@code clear_lwkt_resched()}. */
    void clearLwktResched() {
        reqFlags &= ~ReqFlag.AST_LWKT_RESCHED;
    }

    /** {@code clear_user_resched()}. */
    public void clearUserResched() {
        reqFlags &= ~ReqFlag.AST_USER_RESCHED;
    }

    /** {@code lwkt_resched_wanted()}; an idle CPU polls while it holds. */
    public boolean lwktReschedWanted() {
        return (reqFlags & ReqFlag.AST_LWKT_RESCHED) != 0;
    }

    /** {@code user_resched_wanted()}. */
    public boolean userReschedWanted() {
        return (reqFlags & ReqFlag.AST_USER_RESCHED) != 0;
    }

    /** Whether {@code splz()} has something to do. */
    boolean workPending() {
        return (reqFlags & ReqFlag.IDLECHECK_MASK) != 0;
    }

    /** Asks for an {@link ReqFlag} as hardware or another subsystem would. */
    public void setReqFlags(int mask) {
        reqFlags |= mask;
    }

    public Kernel kernel() {
        return kernel;
    }

    public int cpuId() {
        return cpuId;
    }

    public LwktThread curThread() {
        return curThread;
    }

    public LwktThread idleThread() {
        return idleThread;
    }

    public LwktScheduler scheduler() {
        return scheduler;
    }

    public ThreadLifecycle lifecycle() {
        return lifecycle;
    }

    public ThreadMigration migration() {
        return migration;
    }

    public CriticalSection critical() {
        return critical;
    }

    public PendingWork pending() {
        return pending;
    }

    public Interrupts interrupts() {
        return interrupts;
    }

    public InterruptThreads ithreads() {
        return ithreads;
    }

    public TokenStack tokens() {
        return tokens;
    }

    public SleepQueue sleepQueue() {
        return sleepQueue;
    }

    public UserMode userMode() {
        return userMode;
    }

    public SchedClock schedClock() {
        return schedClock;
    }

    public Signals signals() {
        return signals;
    }

    public LwpLifecycle lwps() {
        return lwps;
    }

    public Ipi ipi() {
        return ipi;
    }

    /** {@code gd_reqflags}, of {@link ReqFlag}. */
    public int reqFlags() {
        return reqFlags;
    }

    /** Lets the CPU's clock read {@code seconds} since boot; the next tick takes notice of it. */
    public void setClockSeconds(long seconds) {
        clockSeconds = seconds;
    }

    public int intrNestingLevel() {
        return intrNestingLevel;
    }

    public int trapNestingLevel() {
        return trapNestingLevel;
    }

    /** {@code gd_trap_nesting_level}: more than 0 inside a fatal trap. */
    public void setTrapNestingLevel(int level) {
        trapNestingLevel = level;
    }

    public int spinlocks() {
        return spinlocks;
    }

    /** {@code gd_freetd}. */
    public LwktThread freeThread() {
        return freeTd;
    }

    /** {@code gd_indefinite.type}, 0 for none. */
    public char indefiniteType() {
        return indefiniteType;
    }

    /** {@code gd_idle_repeat}: turns of the idle loop since the last switch to another thread. */
    public int idleRepeat() {
        return idleRepeat;
    }

    /** {@code gd_cnt.v_swtch}. */
    public long vSwtch() {
        return vSwtch;
    }

    /** {@code gd_cnt.v_wakeup_colls}: wakeups that came for identifiers that found no place in a bucket. */
    public long vWakeupColls() {
        return vWakeupColls;
    }

    /** {@code gd_processing_ipiq}. */
    public int processingIpiq() {
        return processingIpiq;
    }

    /** Counts a switch as {@code cpu_proc_exit()} and others do outside the scheduler. */
    public void countSwitch() {
        vSwtch++;
    }

    /** {@code gd_tdrunqcount}. */
    public int runQueueCount() {
        return runQueue.count();
    }

    /** The run queue in its order. */
    public void forEachRunnable(Consumer<LwktThread> action) {
        runQueue.forEach(action);
    }

    /** {@code gd_tdallq} in its order. */
    public void forEachThread(Consumer<LwktThread> action) {
        tdallq.forEach(action);
    }

    @Override
    public String toString() {
        return "cpu" + cpuId;
    }
}
