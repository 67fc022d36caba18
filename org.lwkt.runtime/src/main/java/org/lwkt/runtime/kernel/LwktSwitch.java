// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code lwkt_switch()}: gives up the CPU, chooses who goes on, and hands over. What is done on the other side is
 * {@link LwktSwitchReturn}.
 */
@Ports("sys/kern/lwkt_thread.c")
final class LwktSwitch {
    private static final char INDEFINITE_TOKEN = 't';

    private final GlobalData gd;
    private final Kernel kernel;
    private final RunQueue runQueue;

    LwktSwitch(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
        this.runQueue = gd.runQueue;
    }

    /**
     * Switches to the best runnable thread, or to the idle thread; answers when the caller is resumed. Tokens are dropped
     * meanwhile, the current-process designation too when the thread blocks. Context: thread; panics in a fast
     * interrupt, an IPI or a hard code section, and with a spin lock held.
     */
    @Ports("sys/kern/lwkt_thread.c#lwkt_switch")
    Flow switchThread() {
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
            return gd.priority.passiveRelease(td);
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
            return gd.switchReturn.finishSwitch(td);
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
    Flow tdSwitch(LwktThread td, LwktThread ntd) {
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
}
