// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The idle thread of one CPU: switches whenever there may be something to switch to, and waits in between. */
@Ports("sys/platform/pc64/x86_64/machdep.c#cpu_idle")
final class IdleLoop {
    private static final int WAKE_MASK = ReqFlag.IDLECHECK_MASK | ReqFlag.AST_LWKT_RESCHED;

    private final GlobalData gd;

    IdleLoop(GlobalData gd) {
        this.gd = gd;
    }

    /** Boot: leaves the critical section that every thread starts in. */
    Flow start() {
        gd.idleThread.kernelStack.push(Frame.IDLE_AFTER_WAIT, 1);
        return Flow.RETURN;
    }

    private Flow turn() {
        gd.idleThread.kernelStack.push(Frame.IDLE_AFTER_SWITCH);
        return gd.scheduler.switchThread();
    }

    Flow afterSwitch() {
        gd.idleRepeat++;
        if (gd.workPending()) {
            gd.idleThread.kernelStack.push(Frame.IDLE_AFTER_WAIT, 0);
            return gd.pending.splz();
        }
        boolean crit = gd.kernel.sysctls.idleCrit && (gd.reqFlags & WAKE_MASK) == 0;
        if (crit) {
            gd.critical.enter();
        }
        gd.idleThread.kernelStack.push(Frame.IDLE_AFTER_WAIT, crit ? 1 : 0);
        return Flow.IDLE;
    }

    Flow afterWait(boolean crit) {
        if (crit) {
            gd.idleThread.kernelStack.push(Frame.IDLE_AFTER_WAIT, 0);
            return gd.critical.exit();
        }
        return turn();
    }
}
