// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The yields: run what is pended, and let others run where a reschedule is wanted. */
@Ports("sys/kern/lwkt_thread.c")
final class LwktYield {
    private final GlobalData gd;

    LwktYield(GlobalData gd) {
        this.gd = gd;
    }

    /** Lets threads of equal or higher priority run if a reschedule is wanted, typically once a tick. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_yield")
    Flow yieldThread() {
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
        gd.scheduler.enqueueSelf(td);
        if (gd.critical.exitIfNothingPended(td)) {
            return gd.switching.switchThread();
        }
        td.kernelStack.push(Frame.YIELD_SWITCH);
        return gd.critical.exitQuick(td);
    }

    /** Runs pended interrupts and better threads, but does not take turns with equals. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_yield_quick")
    Flow yieldQuick() {
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
        if (gd.runQueue.first() == td) {
            gd.clearLwktResched();
            return gd.critical.exit();
        }
        td.mpFlags |= ThreadMpFlag.DIDYIELD;
        gd.scheduler.enqueueSelf(td);
        td.critCount--;
        td.kernelStack.push(Frame.CRIT_EXIT);
        return gd.switching.switchThread();
    }

    /** The yield of a kernel thread that works for a user thread: switches also when the user scheduler asks. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_user_yield")
    Flow userYield() {
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
        return gd.lwktReschedWanted() || gd.userReschedWanted() ? gd.switching.switchThread() : Flow.RETURN;
    }
}
