// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Runs what interrupts left behind in {@code gd_reqflags}: {@code splz()} from inside the kernel, {@code doreti()} on the
 * way out of an interrupt, which also has an interrupt frame and looks after user mode.
 */
@Ports("sys/platform/pc64/x86_64/ipl.s")
public final class PendingWork {
    private final GlobalData gd;

    PendingWork(GlobalData gd) {
        this.gd = gd;
    }

    /** Runs {@link #splz} if there is work; works inside a critical section, but not in a hard code section. */
    @Ports("sys/kern/lwkt_thread.c#splz_check")
    public Flow splzCheck() {
        return isSplzCheckDue(gd.curThread) ? splz() : Flow.RETURN;
    }

    boolean isSplzCheckDue(LwktThread td) {
        return gd.workPending() && gd.intrNestingLevel == 0 && td.nestCount < 2;
    }

    /** Runs {@link #splz} if the thread has left its last critical section. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_maybe_splz")
    public Flow maybeSplz(LwktThread td) {
        if (td.critCount == 0 && td.gd.intrNestingLevel == 0 && td.nestCount < 2) {
            return splz();
        }
        return Flow.RETURN;
    }

    /** Dispatches pended IPIs, ticks and device interrupts, in that order, until none is left. */
    @Ports("sys/platform/pc64/x86_64/ipl.s#splz")
    Flow splz() {
        LwktThread td = gd.curThread;
        td.critCount++;
        return splzLoop(td);
    }

    Flow splzLoop(LwktThread td) {
        while (true) {
            if ((gd.reqFlags & ReqFlag.IPIQ) != 0) {
                gd.reqFlags &= ~ReqFlag.IPIQ;
                gd.ipi.clearNpoll();
                td.kernelStack.push(Frame.SPLZ_LOOP);
                return gd.ipi.process();
            } else if ((gd.reqFlags & ReqFlag.TIMER) != 0) {
                gd.reqFlags &= ~ReqFlag.TIMER;
                gd.interrupts.hardclock();
            } else if (!gd.pendingLivelockTimers.isEmpty()) {
                td.kernelStack.push(Frame.SPLZ_LOOP);
                return gd.interrupts.livelockWakeup();
            } else if (!gd.pendingIrqs.isEmpty()) {
                td.kernelStack.push(Frame.SPLZ_LOOP);
                return gd.ithreads.ithreadSched(takePendingIrq());
            } else {
                td.critCount--;
                gd.reqFlags &= ~ReqFlag.INTPEND;
                return Flow.RETURN;
            }
        }
    }

    /** The work on the way out of an interrupt: as {@link #splz}, and in user mode the AST. */
    @Ports("sys/platform/pc64/x86_64/ipl.s#doreti")
    Flow doreti() {
        LwktThread td = gd.curThread;
        if (gd.reqFlags == 0 || td.critCount != 0) {
            return Flow.RETURN;
        }
        td.critCount++;
        return doretiLoop(td);
    }

    Flow doretiLoop(LwktThread td) {
        while (true) {
            if ((gd.reqFlags & ReqFlag.IPIQ) != 0) {
                gd.intrNestingLevel++;
                gd.reqFlags &= ~ReqFlag.IPIQ;
                gd.ipi.clearNpoll();
                td.kernelStack.push(Frame.DORETI_AFTER_IPIQ);
                return gd.ipi.processFrame();
            }
            if ((gd.reqFlags & ReqFlag.TIMER) != 0) {
                gd.intrNestingLevel++;
                gd.reqFlags &= ~ReqFlag.TIMER;
                gd.interrupts.hardclock();
                gd.intrNestingLevel--;
            } else if (!gd.pendingLivelockTimers.isEmpty()) {
                gd.intrNestingLevel++;
                td.kernelStack.push(Frame.DORETI_AFTER_IPIQ);
                return gd.interrupts.livelockWakeup();
            } else if (!gd.pendingIrqs.isEmpty()) {
                td.kernelStack.push(Frame.DORETI_LOOP);
                return gd.ithreads.ithreadSched(takePendingIrq());
            } else if ((gd.reqFlags & ReqFlag.AST_MASK) != 0 && td.has(ThreadFlag.USERMODE)) {
                gd.reqFlags &= ~(ReqFlag.AST_SIGNAL | ReqFlag.AST_OWEUPC);
                td.critCount--;
                td.kernelStack.push(Frame.DORETI_AFTER_AST);
                return gd.userMode.ast(td);
            } else {
                td.critCount--;
                gd.reqFlags &= ~ReqFlag.INTPEND;
                return Flow.RETURN;
            }
        }
    }

    Flow doretiAfterIpiq(LwktThread td) {
        gd.intrNestingLevel--;
        return doretiLoop(td);
    }

    Flow doretiAfterAst(LwktThread td) {
        td.critCount++;
        return doretiLoop(td);
    }

    private InterruptSource takePendingIrq() {
        int irq = gd.pendingIrqs.nextSetBit(0);
        gd.pendingIrqs.clear(irq);
        return gd.kernel.interruptSource(irq);
    }
}
