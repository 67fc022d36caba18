// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The livelock limit of one interrupt, a part of {@code ithread_handler()}: an interrupt that is handled more often in a
 * second than the limit is from then on only handled when a timer of the limit's frequency says so, until a second in which
 * it came less often than the low-water mark. Runs on the CPU of the interrupt thread, in its critical section.
 */
@Ports("sys/kern/kern_intr.c")
final class Livelock {
    private static final int TIMER_HZ_MIN = 100;
    private static final int TIMER_HZ_MAX = 500_000;

    private final InterruptSource source;
    /** {@code i_state} is {@code ISTATE_LIVELOCKED}. */
    private boolean engaged;
    /** {@code ill_count}: interrupts handled in this second. */
    private int handled;
    /** {@code lseconds}. */
    private long second;

    Livelock(InterruptSource source) {
        this.source = source;
    }

    boolean isEngaged() {
        return engaged;
    }

    /** The thread is about to handle the interrupt. */
    void handles() {
        handled++;
    }

    /** Whether the thread, which is about to wait, has to wait for the timer. */
    boolean holdsBack(GlobalData gd) {
        if (engaged) {
            return true;
        }
        if (second != gd.timeSeconds) {
            second = gd.timeSeconds;
            handled = 0;
        }
        Sysctls sysctls = gd.kernel.sysctls;
        int limit = source.isHighFrequency() ? sysctls.livelockLimitHi : sysctls.livelockLimit;
        if (handled <= limit) {
            return false;
        }
        print(gd, limit, "livelocked limit engaged!");
        engaged = true;
        gd.kernel.observer.livelockTimerStarted(gd, source, Math.clamp(limit, TIMER_HZ_MIN, TIMER_HZ_MAX));
        return true;
    }

    /** The timer woke the thread: once a second it looks whether the limit is still needed. */
    void timerWoke(GlobalData gd) {
        if (second == gd.timeSeconds) {
            return;
        }
        second = gd.timeSeconds;
        Sysctls sysctls = gd.kernel.sysctls;
        if (handled < sysctls.livelockLowater) {
            engaged = false;
            gd.kernel.observer.livelockTimerStopped(gd, source);
            print(gd, sysctls.livelockLowater, "livelock removed");
        } else if (sysctls.livelockDebug == source.irq) {
            print(gd, sysctls.livelockLowater, "in livelock");
        }
        handled = 0;
    }

    private void print(GlobalData gd, int hz, String what) {
        gd.kernel.observer.kprintf(
                gd, "intr " + source.irq + " on " + gd + " at " + handled + "/" + hz + " hz, " + what);
    }
}
