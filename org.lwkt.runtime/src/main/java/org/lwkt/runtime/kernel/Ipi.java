// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import org.lwkt.runtime.snapshot.Unhashed;

/**
 * IPI messages: one CPU asks another to call a function. The queues of messages to this CPU live here; the methods are
 * those of the CPU that sends or takes them.
 */
@Ports("sys/kern/lwkt_ipiq.c")
public final class Ipi {
    private static final int NESTING_MAX = 20;
    private static final int REPEATING_MAX = 10;
    private static final int SIZE = IpiQueue.SIZE_MAX;

    // How a pass goes through the queues.
    private static final int PLAIN = 0;
    private static final int WITH_FRAME = 1;
    private static final int NESTED = 2;
    /** Stands for a source where {@code gd_cpusyncq} is meant. */
    private static final int SYNCQ = -1;

    private final GlobalData gd;
    private final Kernel kernel;
    private final IpiQueue[] queues;
    /** {@code gd_cpusyncq}: polls for the master of a cpusync that this CPU puts off. */
    private final IpiQueue syncQueue = new IpiQueue();
    /** {@code gd_ipimask}: CPUs with messages for this one. */
    private final CpuMask mask;
    /** Snapshots of the mask, one for each level of {@code gd_processing_ipiq}. */
    @Unhashed
    private CpuMask[] snapshots = new CpuMask[1];
    /** {@code gd_npoll}: a hardware IPI was raised and not yet taken. */
    private boolean npoll;

    private final IpiStats stats = new IpiStats();

    @Unhashed
    private IpiSend freeSends;

    Ipi(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
        this.queues = new IpiQueue[kernel.ncpus()];
        this.mask = new CpuMask(kernel.ncpus());
    }

    /**
     * Queues a message for {@code target}; calls the function at once where that is this CPU. Waits while more than half
     * the queue is used, until the target has drained it to a quarter. Context: any.
     */
    @Ports({
        "sys/kern/lwkt_ipiq.c#lwkt_send_ipiq3",
        "sys/kern/lwkt_ipiq.c#lwkt_send_ipiq3_bycpu",
        "sys/sys/thread2.h#lwkt_send_ipiq",
        "sys/sys/thread2.h#lwkt_send_ipiq2"
    })
    public Flow send(GlobalData target, IpiFunction function, Object argument, int argument2) {
        if (target == gd) {
            return call(function, argument, argument2, false);
        }
        beginSend();
        IpiQueue queue = target.ipi.queueFrom(gd.cpuId);
        if (isFull(queue)) {
            IpiSend send = takeSend();
            send.set(target, function, argument, argument2);
            send.tscBase = kernel.rdtsc();
            send.level = gd.processingIpiq != 0 ? SIZE - 5 : SIZE / 4;
            send.drainBefore = queue.drain;
            queue.drain = send.level;
            stats.fifoFull++;
            return sendWhileFull(send);
        }
        return sendNow(target, function, argument, argument2);
    }

    /**
     * {@link #send} to another CPU from inside a critical section, if it need not wait, so that the caller needs no frame
     * for its rest; else answers false and has done nothing.
     */
    boolean sendIfRoom(GlobalData target, IpiFunction function, Object argument, int argument2) {
        LwktThread td = gd.curThread;
        if (td.critCount <= 0 || isFull(target.ipi.queueFrom(gd.cpuId))) {
            return false;
        }
        beginSend();
        queueMessage(target, function, argument, argument2);
        td.critCount--;
        return true;
    }

    private boolean isFull(IpiQueue queue) {
        return queue.pending() > (gd.processingIpiq != 0 ? SIZE - 3 : SIZE / 2);
    }

    private void beginSend() {
        gd.curThread.critCount++;
        if (++gd.intrNestingLevel > NESTING_MAX) {
            kernel.kassert.panicked("lwkt_send_ipiq3", "lwkt_send_ipiq: TOO HEAVILY NESTED!");
        }
        stats.count++;
    }

    /** One turn of the loop that waits for room: takes what others may be waiting for, and pauses. */
    Flow sendWhileFull(IpiSend send) {
        IpiQueue queue = send.target.ipi.queueFrom(gd.cpuId);
        if (queue.pending() > send.level) {
            if (queue.pending() == SIZE - 1) {
                kernel.kassert.failed("lwkt_send_ipiq3", "ip->ip_windex - ip->ip_rindex != MAXCPUFIFO - 1");
            }
            gd.curThread.kernelStack.push(Frame.IPI_FULL_PAUSE, 0, 0, send);
            return begin(NESTED);
        }
        queue.drain = send.drainBefore;
        GlobalData target = send.target;
        IpiFunction function = send.function;
        Object argument = send.argument;
        int argument2 = send.argument2;
        giveSend(send);
        return sendNow(target, function, argument, argument2);
    }

    Flow sendPause(IpiSend send) {
        gd.curThread.kernelStack.push(Frame.IPI_FULL_POLL, 0, 0, send);
        return Flow.SPIN;
    }

    Flow sendPolled(IpiSend send) {
        if (kernel.rdtsc() - send.tscBase > kernel.sysctls.tscFrequency) {
            send.repeating++;
            boolean stuck = send.repeating > REPEATING_MAX;
            kernel.observer.kprintf(
                    gd,
                    "send_ipiq " + gd.cpuId + "->" + send.target.cpuId + " tgt not draining (" + send.repeating + ")"
                            + (stuck ? " sniff=-,-" : ""));
            kernel.observer.smpSniff(gd);
            if (stuck) {
                send.target.ipi.mask.set(gd.cpuId);
            }
            send.tscBase = kernel.rdtsc();
        }
        return sendWhileFull(send);
    }

    private Flow sendNow(GlobalData target, IpiFunction function, Object argument, int argument2) {
        queueMessage(target, function, argument, argument2);
        return gd.critical.exit();
    }

    private void queueMessage(GlobalData target, IpiFunction function, Object argument, int argument2) {
        Ipi inbox = target.ipi;
        inbox.queueFrom(gd.cpuId).write(function, argument, argument2);
        inbox.mask.set(gd.cpuId);
        boolean hardware = !inbox.npoll;
        inbox.npoll = true;
        if (!hardware) {
            stats.avoided++;
        }
        kernel.observer.ipiSent(gd, target, function, argument, hardware);
        gd.intrNestingLevel--;
    }

    /** Queues a message that may wait until the target looks by itself; an active one when the queue fills up. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_send_ipiq3_passive")
    public Flow sendPassive(GlobalData target, IpiFunction function, Object argument, int argument2) {
        if (target == gd) {
            kernel.kassert.failed("lwkt_send_ipiq3_passive", "target != gd");
        }
        gd.critical.enter();
        IpiQueue queue = target.ipi.queueFrom(gd.cpuId);
        if (queue.pending() >= SIZE / 4) {
            IpiSend send = takeSend();
            send.set(target, function, argument, argument2);
            gd.curThread.kernelStack.push(Frame.IPI_PASSIVE_FULL, 0, 0, send);
            return gd.critical.exit();
        }
        kernel.observer.ipiSentPassively(gd, target, function, argument);
        stats.count++;
        stats.passive++;
        queue.write(function, argument, argument2);
        target.ipi.mask.set(gd.cpuId);
        return gd.critical.exit();
    }

    Flow passiveTurnsActive(IpiSend send) {
        giveSend(send);
        return send(send.target, send.function, send.argument, send.argument2);
    }

    /**
     * Sends to every CPU of {@code targets} that is not stopped, to this one and those above it first. Answers the number
     * of messages as {@link LwktThread#result}.
     */
    @Ports({"sys/kern/lwkt_ipiq.c#lwkt_send_ipiq3_mask", "sys/sys/thread2.h#lwkt_send_ipiq_mask"})
    public Flow sendMask(CpuMask targets, IpiFunction function, Object argument, int argument2) {
        IpiSend send = takeSend();
        send.set(null, function, argument, argument2);
        send.mask.copyFrom(targets);
        send.mask.removeAll(kernel.stoppedCpus);
        return sendMaskNext(send);
    }

    Flow sendMaskNext(IpiSend send) {
        int cpu = send.mask.next(gd.cpuId);
        if (cpu < 0) {
            cpu = send.mask.next(0);
        }
        LwktThread td = gd.curThread;
        if (cpu < 0) {
            td.result = send.count;
            giveSend(send);
            return Flow.RETURN;
        }
        send.mask.clear(cpu);
        send.count++;
        td.kernelStack.push(Frame.IPI_MASK_NEXT, 0, 0, send);
        return send(kernel.cpu(cpu), send.function, send.argument, send.argument2);
    }

    private IpiSend takeSend() {
        IpiSend send = freeSends;
        if (send == null) {
            return new IpiSend(kernel.ncpus());
        }
        freeSends = send.nextFree;
        return send;
    }

    private void giveSend(IpiSend send) {
        send.nextFree = freeSends;
        freeSends = send;
    }

    /** Waits until {@code target} has run the messages of this CPU up to index {@code sequence}. Context: thread. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_wait_ipiq")
    public Flow awaitIpi(GlobalData target, int sequence) {
        if (target == gd || target.ipi.queueFrom(gd.cpuId).doneIndex() - sequence >= 0) {
            return Flow.RETURN;
        }
        gd.critical.enter();
        gd.curThread.kernelStack.push(Frame.IPI_WAIT_PROCESSED, sequence, 0, target);
        return process();
    }

    Flow awaitProcessed(GlobalData target, long sequence) {
        gd.curThread.kernelStack.push(Frame.IPI_WAIT_PAUSE, sequence, 0, target);
        return gd.critical.exit();
    }

    Flow awaitPause(GlobalData target, long sequence) {
        gd.curThread.kernelStack.push(Frame.IPI_WAIT_POLL, sequence, 0, target);
        return Flow.SPIN;
    }

    /** Waits until all other active CPUs have taken what was sent to them before. Context: thread. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_synchronize_ipiqs")
    public Flow synchronize(String wmesg) {
        LwktThread td = gd.curThread;
        if (td.barrier == null) {
            td.barrier = new IpiBarrier(td, kernel.ncpus());
        }
        IpiBarrier barrier = td.barrier;
        barrier.waiting.copyFrom(kernel.activeCpus);
        barrier.waiting.clear(gd.cpuId);
        td.sleepMesg = wmesg;
        td.kernelStack.push(Frame.IPI_SYNC_LOOP, 0, 0, barrier);
        return sendMask(barrier.waiting, IpiFunction.SYNC_IPIQ, barrier, 0);
    }

    Flow synchronizeLoop(IpiBarrier barrier) {
        if (barrier.waiting.isEmpty()) {
            return Flow.RETURN;
        }
        gd.curThread.kernelStack.push(Frame.IPI_SYNC_INTERLOCKED, 0, 0, barrier);
        return gd.sleepQueue.tsleepInterlock(barrier, 0);
    }

    Flow synchronizeInterlocked(IpiBarrier barrier) {
        LwktThread td = gd.curThread;
        td.kernelStack.push(Frame.IPI_SYNC_LOOP, 0, 0, barrier);
        if (barrier.waiting.isEmpty()) {
            return Flow.RETURN;
        }
        return gd.sleepQueue.tsleep(barrier, SleepQueue.PINTERLOCKED, td.sleepMesg, 0);
    }

    @Ports("sys/kern/lwkt_ipiq.c#lwkt_sync_ipiq")
    private Flow syncIpiq(IpiBarrier barrier) {
        barrier.waiting.clear(gd.cpuId);
        return barrier.waiting.isEmpty() ? gd.sleepQueue.wakeup(barrier) : Flow.RETURN;
    }

    private IpiQueue queueFrom(int source) {
        if (queues[source] == null) {
            queues[source] = new IpiQueue();
        }
        return queues[source];
    }

    /** The queue of messages from {@code source} to this CPU. */
    public IpiQueue queueFrom(GlobalData source) {
        return queueFrom(source.cpuId);
    }

    /** What a send to {@code target} answers: the write index of the queue, 0 where it is this CPU. */
    public int sequence(GlobalData target) {
        return target == gd ? 0 : target.ipi.queueFrom(gd.cpuId).writeIndex();
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

    /** {@code gd_ipimask}: the CPUs with messages for this one. */
    public CpuMask mask() {
        return mask;
    }

    public IpiStats stats() {
        return stats;
    }

    /** Entries in {@code gd_cpusyncq}. */
    public int syncQueueLength() {
        return syncQueue.pending();
    }

    /** What the hardclock does for messages that nobody raised an interrupt for. */
    void pollPassive() {
        if ((gd.reqFlags & ReqFlag.IPIQ) == 0 && (!mask.isEmpty() || !syncQueue.isEmpty())) {
            gd.reqFlags |= ReqFlag.IPIQ;
        }
    }

    /** Puts off the poll of a remote CPU for the master of {@code sync}. */
    void requeueSync(CpuSync sync) {
        if (syncQueue.pending() >= SIZE) {
            kernel.kassert.failed("lwkt_cpusync_remote2", "ip->ip_windex - ip->ip_rindex < MAXCPUFIFO");
        }
        syncQueue.write(IpiFunction.CPUSYNC_REMOTE2, sync, 0);
    }

    /** Takes the queued messages without an interrupt frame. Context: critical section. */
    @Ports({"sys/kern/lwkt_ipiq.c#lwkt_process_ipiq", "sys/kern/lwkt_ipiq.c#lwkt_process_ipiq_nested"})
    Flow process() {
        return begin(PLAIN);
    }

    /** Takes the queued messages with an interrupt frame. Context: critical section, interrupt. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_process_ipiq_frame")
    Flow processFrame() {
        return begin(WITH_FRAME);
    }

    private Flow begin(int kind) {
        int level = gd.processingIpiq++;
        if (level == snapshots.length) {
            snapshots = java.util.Arrays.copyOf(snapshots, level + 1);
        }
        if (snapshots[level] == null) {
            snapshots[level] = new CpuMask(kernel.ncpus());
        }
        snapshots[level].copyFrom(mask);
        return nextSource(kind, snapshots[level], 0);
    }

    /** Goes on with the first source of {@code pass} that is at least {@code from}, in ascending order. */
    private Flow nextSource(int kind, CpuMask pass, int from) {
        int source = pass.next(from);
        while (source >= 0) {
            int limit = kind == NESTED ? queues[source].drain : 0;
            if (kind != NESTED || limit != 0) {
                return drainOnce(kind, pass, source, limit);
            }
            source = pass.next(source + 1);
        }
        if (syncQueue.isEmpty()) {
            if (kind != WITH_FRAME) {
                assertCritical();
            }
            gd.processingIpiq--;
            return Flow.RETURN;
        }
        return drainOnce(kind, pass, SYNCQ, 0);
    }

    /** {@code lwkt_process_ipiq_core()}: takes what is in the queue now, but for {@code limit} messages. */
    @Ports("sys/kern/lwkt_ipiq.c#lwkt_process_ipiq_core")
    private Flow drainOnce(int kind, CpuMask pass, int source, int limit) {
        assertCritical();
        gd.intrNestingLevel++;
        return drain(kind, pass, source, limit, queue(source).writeIndex());
    }

    private Flow drain(int kind, CpuMask pass, int source, int limit, int writeIndex) {
        IpiQueue queue = queue(source);
        if (writeIndex - queue.readIndex() > limit) {
            IpiFunction function = queue.function();
            int argument2 = queue.argument2();
            Object argument = queue.take();
            if (source != SYNCQ) {
                kernel.observer.ipiReceived(gd, kernel.cpu(source), function, argument);
            }
            gd.curThread.kernelStack.push(Frame.IPIQ_DRAIN, pack(source, writeIndex), pack(kind, limit), pass);
            return call(function, argument, argument2, kind == WITH_FRAME);
        }
        gd.intrNestingLevel--;
        boolean more = !queue.isEmpty();
        if (source == SYNCQ) {
            if (more && gd.curThread.csCount == 0) {
                pass.copyFrom(mask);
                return nextSource(kind, pass, 0);
            }
            gd.processingIpiq--;
            return Flow.RETURN;
        }
        if (kind == NESTED) {
            return nextSource(kind, pass, source + 1);
        }
        if (more) {
            return drainOnce(kind, pass, source, limit);
        }
        mask.clear(source);
        return nextSource(kind, pass, source + 1);
    }

    /** The function of a message has returned. */
    Flow drainAgain(long place, long way, CpuMask pass) {
        int source = (int) (place >> Integer.SIZE);
        queue(source).done();
        return drain((int) (way >> Integer.SIZE), pass, source, (int) way, (int) place);
    }

    private static long pack(int high, int low) {
        return (long) high << Integer.SIZE | low & 0xffffffffL;
    }

    private IpiQueue queue(int source) {
        return source == SYNCQ ? syncQueue : queues[source];
    }

    private void assertCritical() {
        if (gd.curThread.critCount == 0) {
            kernel.kassert.failed("lwkt_process_ipiq_core", "curthread->td_critcount");
        }
    }

    private Flow call(IpiFunction function, Object argument, int argument2, boolean frame) {
        switch (function) {
            case INIT_THREAD_REMOTE:
                gd.lifecycle.initThreadRemote((LwktThread) argument);
                return Flow.RETURN;
            case SETCPU_REMOTE:
                gd.migration.setCpuRemote((LwktThread) argument);
                return Flow.RETURN;
            case SCHEDULE_REMOTE:
                return gd.scheduler.scheduleRemote((LwktThread) argument, frame);
            case DESCHEDULE:
                return gd.scheduler.deschedule((LwktThread) argument);
            case WAKEUP:
                return gd.sleepQueue.wakeupRemote(argument, argument2);
            case SCHED_ITHD_REMOTE:
                return gd.ithreads.schedIthd((InterruptSource) argument);
            case PUTPORT_REMOTE:
                return ((LwktMsg) argument).targetPort.putRemote(gd, (LwktMsg) argument);
            case REPLYPORT_REMOTE:
                return ((LwktMsg) argument).replyPort.replyRemote(gd, (LwktMsg) argument);
            case SYNC_IPIQ:
                return syncIpiq((IpiBarrier) argument);
            case CPUSYNC_REMOTE1:
                return ((CpuSync) argument).remote1(gd);
            case CPUSYNC_REMOTE2:
                return ((CpuSync) argument).remote2(gd);
            case NEED_USER_RESCHED_REMOTE:
                return kernel.userScheduler.needUserReschedRemote(gd);
            case LWP_SIGNOTIFY_REMOTE:
                return gd.signals.lwpSignotifyRemote((Lwp) argument);
            default:
                return ((IpiCall) argument).call(gd, argument2, frame);
        }
    }
}
