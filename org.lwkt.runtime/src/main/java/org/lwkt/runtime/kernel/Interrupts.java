// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * Interrupt entry, as the platform's code does it: in a critical section an interrupt is noted in {@code gd_reqflags},
 * else it runs on the stack of the current thread. A driver calls these at any wait point and lets the CPU proceed.
 */
@Ports("sys/platform/pc64/apic/apic_vector.s")
public final class Interrupts {
    private final GlobalData gd;
    private final Kernel kernel;

    Interrupts(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** The IPI interrupt arrives: queued messages are taken with an interrupt frame. */
    @Ports("sys/platform/pc64/apic/apic_vector.s#Xipiq")
    public Flow ipi() {
        LwktThread td = enter(InterruptKind.IPI);
        if (td.critCount != 0) {
            return pend(ReqFlag.IPIQ, InterruptKind.IPI);
        }
        gd.intrNestingLevel++;
        td.critCount++;
        gd.ipi.clearNpoll();
        td.kernelStack.push(Frame.INTERRUPT_LEAVE);
        return gd.ipi.processFrame();
    }

    /** The timer interrupt arrives. */
    @Ports("sys/platform/pc64/apic/apic_vector.s#Xtimer")
    public Flow timer() {
        LwktThread td = enter(InterruptKind.TIMER);
        if (td.critCount != 0 || td.nestCount != 0) {
            return pend(ReqFlag.TIMER, InterruptKind.TIMER);
        }
        gd.intrNestingLevel++;
        td.critCount++;
        hardclock();
        return leave(td);
    }

    /** The timer that was started for livelocked {@code source} goes off, on the CPU where it was started. */
    public Flow livelockTimer(InterruptSource source) {
        LwktThread td = enter(InterruptKind.TIMER);
        gd.pendingLivelockTimers.set(source.irq);
        if (td.critCount != 0 || td.nestCount != 0) {
            return pend(ReqFlag.INTPEND, InterruptKind.TIMER);
        }
        gd.intrNestingLevel++;
        td.critCount++;
        td.kernelStack.push(Frame.INTERRUPT_LEAVE);
        return livelockWakeup();
    }

    /** Wakes the thread of the interrupt whose timer went off, unless that was stopped since. Context: critical section. */
    @Ports("sys/kern/kern_intr.c#ithread_livelock_wakeup")
    Flow livelockWakeup() {
        int irq = gd.pendingLivelockTimers.nextSetBit(0);
        gd.pendingLivelockTimers.clear(irq);
        InterruptSource source = kernel.interruptSource(irq);
        return source.isStale() || !source.isLivelocked() ? Flow.RETURN : gd.scheduler.schedule(source.thread);
    }

    /** The device interrupt of {@code source} arrives. */
    @Ports("sys/platform/pc64/apic/apic_vector.s#INTR_HANDLER")
    public Flow device(InterruptSource source) {
        LwktThread td = enter(InterruptKind.DEVICE);
        if (td.nestCount != 0 || td.critCount != 0) {
            gd.pendingIrqs.set(source.irq);
            gd.reqFlags |= ReqFlag.INTPEND;
            kernel.observer.pended(gd, InterruptKind.DEVICE);
            return gd.pending.doreti();
        }
        gd.pendingIrqs.clear(source.irq);
        td.critCount++;
        td.kernelStack.push(Frame.DEVICE_LEAVE);
        return gd.ithreads.ithreadSched(source);
    }

    Flow deviceLeave(LwktThread td) {
        td.critCount--;
        return gd.pending.doreti();
    }

    /**
     * A fast interrupt starts: what the driver does until {@link #fastLeave} is its handler. Legal only where the current
     * thread is in no critical section.
     */
    public void fastEnter() {
        LwktThread td = enter(InterruptKind.FAST);
        td.critCount++;
        gd.intrNestingLevel++;
    }

    /** The handler of a fast interrupt is done. */
    public Flow fastLeave() {
        return leave(gd.curThread);
    }

    private LwktThread enter(InterruptKind kind) {
        LwktThread td = gd.curThread;
        td.kernelStack.push(Frame.INTERRUPT_RETURN, 0, 0, kind);
        return td;
    }

    private Flow pend(int flag, InterruptKind kind) {
        gd.reqFlags |= flag;
        kernel.observer.pended(gd, kind);
        return Flow.RETURN;
    }

    Flow leave(LwktThread td) {
        td.critCount--;
        gd.intrNestingLevel--;
        return gd.pending.doreti();
    }

    /** The interrupted thread has its stack back; inside a polling loop it polls again only when its turn comes. */
    Flow interruptReturn(LwktThread td, InterruptKind kind) {
        kernel.observer.interruptReturned(gd, td, kind);
        return td.kernelStack.top() >= Frame.SPIN_FIRST ? Flow.SPIN : Flow.RETURN;
    }

    /** {@code hardclock()} as far as it schedules. Context: timer interrupt, critical section. */
    @Ports("sys/kern/kern_clock.c#hardclock")
    void hardclock() {
        gd.timeSeconds = gd.clockSeconds;
        if (kernel.sysctls.passiveTick) {
            gd.ipi.pollPassive();
        }
        gd.scheduler.schedulerClock(gd.curThread);
        gd.schedClock.hardclock();
    }

    /** What a stopped CPU does in its stop loop. Context: hard code section. */
    @Ports("sys/kern/lwkt_thread.c#lwkt_smp_stopped")
    public Flow smpStopped() {
        gd.curThread.kernelStack.push(Frame.SMP_STOPPED_PROCESSED);
        return gd.ipi.process();
    }

    Flow smpStoppedProcessed() {
        if (kernel.dumping) {
            gd.intrNestingLevel--;
            gd.curThread.kernelStack.push(Frame.SMP_STOPPED_RETURN);
            return gd.pending.splz();
        }
        kernel.observer.smpStopped(gd);
        return Flow.RETURN;
    }

    Flow smpStoppedReturn() {
        gd.intrNestingLevel++;
        kernel.observer.smpStopped(gd);
        return Flow.RETURN;
    }

    /** Enters the hard code section of a CPU that was told to stop, and forgets the IPI that told it. */
    public void stopEnter() {
        gd.curThread.critCount++;
        gd.intrNestingLevel++;
        gd.reqFlags &= ~ReqFlag.IPIQ;
    }

    /** The IPI arrives that tells the CPU to stop, whatever it does: it is in the stop loop from now on. */
    @Ports("sys/platform/pc64/apic/apic_vector.s#Xcpustop")
    public void cpuStop() {
        enter(InterruptKind.FAST);
        kernel.stoppedCpus.set(gd.cpuId);
        stopEnter();
    }

    /** One turn of the loop of a stopped CPU: it takes messages. */
    public Flow cpuStopTurn() {
        gd.reqFlags &= ~ReqFlag.IPIQ;
        return smpStopped();
    }

    /** The stopped CPU goes on, first with what arrived meanwhile. */
    public Flow cpuRestart() {
        kernel.stoppedCpus.clear(gd.cpuId);
        return leave(gd.curThread);
    }

    /** Leaves what {@link #stopEnter} entered. */
    public void stopLeave() {
        gd.intrNestingLevel--;
        gd.curThread.critCount--;
    }
}
