// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The scheduling side of kern_intr.c: device interrupts wake their threads, which preempt where they may. */
@Ports("sys/kern/kern_intr.c")
public final class InterruptThreads {
    private final GlobalData gd;

    InterruptThreads(GlobalData gd) {
        this.gd = gd;
    }

    /** Wakes the thread of {@code source} from an interrupt. Context: the one critical section of the interrupt. */
    @Ports({"sys/kern/kern_intr.c#ithread_fast_handler", "sys/kern/kern_intr.c#ithread_fast_sched"})
    Flow ithreadSched(InterruptSource source) {
        LwktThread td = gd.curThread;
        if (td.critCount == 0) {
            gd.kernel.kassert.panicked("ithread_sched", "no critical section");
        }
        gd.vIntr++;
        td.nestCount++;
        td.kernelStack.push(Frame.ITHREAD_RETURN);
        td.kernelStack.push(Frame.ITHREAD_DISPATCH, 0, 0, source);
        return gd.critical.exitQuick(td);
    }

    Flow ithreadReturn(LwktThread td) {
        td.critCount++;
        td.nestCount--;
        return Flow.RETURN;
    }

    /** Asks the thread of {@code source} for a turn, on the CPU that owns it. Also the IPI function. */
    @Ports({
        "sys/kern/kern_intr.c#sched_ithd_hard",
        "sys/kern/kern_intr.c#sched_ithd_intern",
        "sys/kern/kern_intr.c#sched_ithd_remote"
    })
    Flow schedIthd(InterruptSource source) {
        source.count++;
        if (source.isStale()) {
            return Flow.RETURN;
        }
        if (source.thread.gd != gd) {
            return gd.ipi.send(source.thread.gd, IpiFunction.SCHED_ITHD_REMOTE, source, 0);
        }
        if (source.running) {
            return Flow.RETURN;
        }
        source.running = true;
        return source.isLivelocked() ? Flow.RETURN : gd.scheduler.schedule(source.thread);
    }

    /** Asks the thread of {@code source} for a turn from a thread, as for a software interrupt. */
    @Ports("sys/kern/kern_intr.c#sched_ithd_soft")
    public Flow schedSoft(InterruptSource source) {
        return schedIthd(source);
    }

    /**
     * One turn of the loop of the current interrupt thread: sleeps unless it was asked for one more turn; where the
     * interrupt is livelocked, until the timer wakes it and it was asked for one.
     */
    @Ports("sys/kern/kern_intr.c#ithread_handler")
    public Flow awaitInterrupt() {
        LwktThread td = gd.curThread;
        td.critCount++;
        InterruptSource source = td.interruptSource;
        if (source != null && source.livelock.holdsBack(gd)) {
            td.kernelStack.push(Frame.ITHREAD_TIMER_WOKE);
            return sleep(td);
        }
        td.kernelStack.push(Frame.ITHREAD_WAIT_DONE);
        return source != null && source.running ? Flow.RETURN : sleep(td);
    }

    private Flow sleep(LwktThread td) {
        gd.kernel.observer.ithreadSleeps(gd, td);
        td.critCount++;
        LwktScheduler.dequeue(td);
        td.critCount--;
        return gd.scheduler.switchThread();
    }

    /** Leaving and entering the critical section lets other interrupts through, and this one may come again. */
    Flow timerWoke(LwktThread td) {
        InterruptSource source = td.interruptSource;
        source.livelock.timerWoke(gd);
        if (source.running) {
            return waitDone(td);
        }
        td.kernelStack.push(Frame.ITHREAD_AWAIT);
        return gd.critical.exitQuick(td);
    }

    Flow waitDone(LwktThread td) {
        InterruptSource source = td.interruptSource;
        if (source != null && source.running) {
            source.livelock.handles();
            source.running = false;
        }
        return gd.critical.exitQuick(td);
    }
}
