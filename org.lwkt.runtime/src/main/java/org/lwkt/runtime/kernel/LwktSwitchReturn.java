// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The other side of a switch: what a thread does first when it has the CPU, for the thread that it took it over from
 * and for itself.
 */
@Ports("sys/kern/lwkt_thread.c")
final class LwktSwitchReturn {
    private final GlobalData gd;
    private final Kernel kernel;

    LwktSwitchReturn(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
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

    /** The end of {@code lwkt_switch()}: {@code splz_check()} and {@code crit_exit_quick()}. */
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
    Flow switchReturn(LwktThread otd) {
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
}
