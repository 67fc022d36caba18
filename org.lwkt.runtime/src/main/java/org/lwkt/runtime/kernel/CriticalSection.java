// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** Critical sections of the current thread of one CPU: interrupts are pended and preemption is off inside. */
@Ports("sys/sys/thread2.h")
public final class CriticalSection {
    private final GlobalData gd;

    CriticalSection(GlobalData gd) {
        this.gd = gd;
    }

    @Ports({"sys/sys/thread2.h#_crit_enter", "sys/sys/thread2.h#_crit_enter_quick"})
    public void enter() {
        gd.curThread.critCount++;
    }

    /** {@code crit_enter_quick()} after a call that may have suspended the thread. */
    Flow enterAgain(LwktThread td) {
        td.critCount++;
        return Flow.RETURN;
    }

    /** Leaves the section; the last one of the thread runs what was pended meanwhile. */
    @Ports({"sys/sys/thread2.h#_crit_exit", "sys/kern/lwkt_thread.c#crit_exit_wrapper"})
    public Flow exit() {
        return exitQuick(gd.curThread);
    }

    @Ports("sys/sys/thread2.h#_crit_exit_quick")
    Flow exitQuick(LwktThread td) {
        exitNoYield(td);
        if (td.gd.workPending()) {
            return gd.pending.maybeSplz(td);
        }
        return Flow.RETURN;
    }

    /**
     * {@link #exitQuick} if it has nothing to run, so that the caller needs no frame for its rest; else answers false and
     * stays in the section.
     */
    boolean exitIfNothingPended(LwktThread td) {
        if (td.gd.workPending()) {
            return false;
        }
        exitNoYield(td);
        return true;
    }

    /** Leaves the section without a look at what was pended. */
    @Ports("sys/sys/thread2.h#_crit_exit_noyield")
    void exitNoYield(LwktThread td) {
        if (--td.critCount < 0 && gd.kernel.kassert.invariants()) {
            critPanic(td);
        }
    }

    @Ports("sys/kern/lwkt_thread.c#crit_panic")
    private void critPanic(LwktThread td) {
        int lcrit = td.critCount;
        td.critCount = 0;
        throw new KernelPanic(
                "crit_panic", "td_critcount is/would-go negative! " + gd.kernel.observer.name(td) + " " + lcrit);
    }

    /** An uncontended {@code spin_lock()}: a critical section in which nobody may switch. */
    @Ports("sys/sys/spinlock2.h#_spin_lock_quick")
    public void spinLock() {
        gd.curThread.critCount++;
        gd.spinlocks++;
    }

    /** {@code spin_unlock()}: unlike the end of a critical section it runs nothing that was pended. */
    @Ports("sys/sys/spinlock2.h#spin_unlock_quick")
    public void spinUnlock() {
        gd.spinlocks--;
        gd.curThread.critCount--;
    }
}
