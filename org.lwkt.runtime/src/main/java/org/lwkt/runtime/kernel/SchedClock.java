// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * The clocks of the user scheduler on one CPU: {@code schedclock()}, which runs {@code ESTCPUFREQ} times a second, and
 * the statistics that are taken of each lwp once a second. The hardclock drives the first, by division; a driver calls the
 * second, as the kernel knows no time.
 */
@Ports("sys/kern/kern_clock.c")
public final class SchedClock {
    /** {@code ESTCPUFREQ}: ticks a second. */
    static final int ESTCPUFREQ = 50;

    /** {@code FSHIFT}: the binary point of a fraction of CPU time. */
    private static final int FSHIFT = 11;
    /** {@code pctcpu_decay}. */
    private static final int PCTCPU_DECAY = 10;

    private final GlobalData gd;
    private final Kernel kernel;
    /** Time since the tick that came last, in units of 1 / (hz * {@link #ESTCPUFREQ}) seconds. */
    private int sinceTick;

    private long ticks;

    SchedClock(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** The tick that came last, {@code gd_schedclock.time - gd_schedclock.periodic} in units of the latter. */
    long lastTick() {
        return ticks;
    }

    /**
     * A hardclock has passed: ticks as often as is due by now, at 50 Hz on average whatever hz is. Context: timer
     * interrupt, critical section.
     */
    void hardclock() {
        sinceTick += ESTCPUFREQ;
        while (sinceTick >= kernel.sysctls.hz) {
            sinceTick -= kernel.sysctls.hz;
            ticks++;
            tick();
        }
    }

    /** Charges the tick to the lwp that is running here, or that an interrupt thread took the CPU from. */
    @Ports({"sys/kern/kern_clock.c#schedclock", "sys/kern/kern_usched.c#usched_schedulerclock"})
    private void tick() {
        Lwp lp = gd.scheduler.preemptedProc();
        if (lp != null) {
            lp.cpTicks++;
        }
        kernel.userScheduler.schedulerClock(gd, lp);
    }

    /** What {@code schedcpu()} does once a second for a process with {@code lp} alone. Context: thread. */
    @Ports("sys/kern/kern_synch.c#schedcpu_stats")
    public Flow stats(Lwp lp) {
        if (!gd.tokens.tryGet(lp.procToken)) {
            return Flow.RETURN;
        }
        if (lp.isSleeping() && ++lp.sleepTime == 1) {
            kernel.userScheduler.uloadUpdate(lp);
        }
        if (lp.sleepTime > 1) {
            lp.pctCpu = lp.pctCpu * (PCTCPU_DECAY - 1) / PCTCPU_DECAY;
            return statsDone(lp);
        }
        gd.curThread.kernelStack.push(Frame.SCHEDCPU_RECALCULATED, 0, 0, lp);
        return kernel.userScheduler.recalculate(gd, lp);
    }

    Flow statsDone(Lwp lp) {
        gd.tokens.release(lp.procToken);
        return gd.scheduler.yieldThread();
    }

    /** Enters {@code cpTicks} of {@code totalTicks} into the share of the CPU that is shown to people. */
    @Ports("sys/kern/kern_synch.c#updatepcpu")
    static void updatePctCpu(Lwp lp, int cpTicks, long totalTicks) {
        long share = ((long) cpTicks << FSHIFT) / totalTicks;
        if (totalTicks >= ESTCPUFREQ) {
            lp.pctCpu = (int) share;
        } else {
            lp.pctCpu = (int) ((share * totalTicks + lp.pctCpu * (ESTCPUFREQ - totalTicks)) / ESTCPUFREQ);
        }
    }
}
