// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** IPI messages: one CPU asks another to call a function. The queues of messages to this CPU live here. */
@Ports("sys/kern/lwkt_ipiq.c")
public final class Ipi {
    private static final int NESTING_MAX = 20;

    private final GlobalData gd;
    private final Kernel kernel;
    private final IpiQueue[] queues;
    /** {@code gd_ipimask}: CPUs with messages for this one. */
    private final CpuMask mask;
    /** Snapshots of the mask, one for each level of {@code gd_processing_ipiq}. */
    private CpuMask[] snapshots = new CpuMask[1];
    /** {@code gd_npoll}: a hardware IPI was raised and not yet taken. */
    private boolean npoll;

    Ipi(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
        this.queues = new IpiQueue[kernel.ncpus()];
        this.mask = new CpuMask(kernel.ncpus());
    }

    /** Queues a message for {@code target}; calls the function at once where that is this CPU. */
    @Ports({"sys/kern/lwkt_ipiq.c#lwkt_send_ipiq3", "sys/sys/thread2.h#lwkt_send_ipiq"})
    Flow send(GlobalData target, IpiFunction function, Object argument, int argument2) {
        LwktThread td = gd.curThread;
        td.critCount++;
        sendNested(target, function, argument, argument2);
        return gd.critical.exitQuick(td);
    }

    /** {@link #send} for a caller in a critical section. */
    void sendNested(GlobalData target, IpiFunction function, Object argument, int argument2) {
        if (target == gd) {
            call(function, argument, argument2);
            return;
        }
        LwktThread td = gd.curThread;
        td.critCount++;
        gd.intrNestingLevel++;
        if (gd.intrNestingLevel > NESTING_MAX) {
            throw new KernelPanic("lwkt_send_ipiq3", "lwkt_send_ipiq: TOO HEAVILY NESTED!");
        }
        Ipi inbox = target.ipi;
        inbox.queueFrom(gd.cpuId).write(function, argument, argument2);
        inbox.mask.set(gd.cpuId);
        boolean hardware = !inbox.npoll;
        inbox.npoll = true;
        kernel.observer.ipiSent(gd, target, function, argument, hardware);
        gd.intrNestingLevel--;
        td.critCount--;
    }

    private IpiQueue queueFrom(int source) {
        if (queues[source] == null) {
            queues[source] = new IpiQueue();
        }
        return queues[source];
    }

    /** The hardware IPI is being taken: the next message raises another one. */
    void clearNpoll() {
        npoll = false;
    }

    /** Whether a hardware IPI was raised and not yet taken. */
    public boolean isNpoll() {
        return npoll;
    }

    /** Whether messages wait for this CPU. */
    public boolean hasMessages() {
        return !mask.isEmpty();
    }

    /** Takes the queued messages without an interrupt frame, which suspends nobody. Context: critical section. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_process_ipiq")
    void processNested() {
        drain(false, beginPass(), -1, 0);
    }

    /** For a driver that boots or stops a CPU by hand: takes the queued messages. Context: critical section. */
    public void process() {
        clearNpoll();
        processNested();
    }

    /** Takes the queued messages with an interrupt frame. Context: critical section, interrupt. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_process_ipiq_frame")
    Flow processFrame() {
        return drain(true, beginPass(), -1, 0);
    }

    private CpuMask beginPass() {
        int level = gd.processingIpiq++;
        if (level == snapshots.length) {
            snapshots = java.util.Arrays.copyOf(snapshots, level + 1);
        }
        if (snapshots[level] == null) {
            snapshots[level] = new CpuMask(kernel.ncpus());
        }
        snapshots[level].copyFrom(mask);
        return snapshots[level];
    }

    /** Goes on with the pass after a message whose function suspended the thread. */
    Flow drainAgain(long place, CpuMask pass) {
        return drain(true, pass, (int) (place >>> Integer.SIZE), (int) place);
    }

    /**
     * Takes the messages of the sources in {@code pass}, in ascending order.
     *
     * @param from the source in whose queue the pass stands, or -1 to start with the first
     * @param fromLimit there, the write index at which its current turn ends
     */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_process_ipiq_core")
    private Flow drain(boolean frame, CpuMask pass, int from, int fromLimit) {
        boolean resumed = from >= 0;
        int source = resumed ? from : pass.next(0);
        int limit = fromLimit;
        while (source >= 0) {
            IpiQueue queue = queues[source];
            if (!resumed) {
                assertCritical();
                limit = queue.writeIndex();
                gd.intrNestingLevel++;
            }
            resumed = false;
            while (queue.hasBefore(limit)) {
                IpiFunction function = queue.function();
                int argument2 = queue.argument2();
                Object argument = queue.take();
                kernel.observer.ipiReceived(gd, kernel.cpu(source), function, argument);
                if (frame && function == IpiFunction.SCHEDULE_REMOTE && ((LwktThread) argument).preemptable) {
                    long place = (long) source << Integer.SIZE | limit & 0xffffffffL;
                    gd.curThread.kernelStack.push(Frame.IPIQ_DRAIN, place, 0, pass);
                    return gd.scheduler.scheduleRemotePreempting((LwktThread) argument);
                }
                call(function, argument, argument2);
            }
            gd.intrNestingLevel--;
            if (queue.isEmpty()) {
                mask.clear(source);
                source = pass.next(source + 1);
            }
        }
        gd.processingIpiq--;
        if (!frame) {
            assertCritical();
        }
        return Flow.RETURN;
    }

    private void assertCritical() {
        if (gd.curThread.critCount == 0) {
            kernel.kassert.failed("lwkt_process_ipiq_core", "curthread->td_critcount");
        }
    }

    private void call(IpiFunction function, Object argument, int argument2) {
        switch (function) {
            case INIT_THREAD_REMOTE -> gd.lifecycle.initThreadRemote((LwktThread) argument);
            case SCHEDULE_REMOTE -> gd.scheduler.scheduleNested((LwktThread) argument);
            case SETCPU_REMOTE -> gd.migration.setCpuRemote((LwktThread) argument);
            case DESCHEDULE -> gd.scheduler.descheduleNested((LwktThread) argument);
            case WAKEUP -> gd.sleepQueue.wakeupRemote(argument, argument2 != 0);
            case SCHED_ITHD_REMOTE -> gd.ithreads.schedIthdRemote((InterruptSource) argument);
        }
    }
}
