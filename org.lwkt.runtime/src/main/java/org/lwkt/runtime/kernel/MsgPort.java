// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.function.Consumer;

/**
 * {@code struct lwkt_port}: where messages are sent, waited for and replied to. Each kind is a class of its own; what a
 * kind does not offer panics, as {@code lwkt_panic_*()} does. The methods take the CPU that calls; answers are
 * {@link LwktThread#result} and {@link LwktThread#message}.
 */
@Ports("sys/kern/lwkt_msgport.c")
public abstract sealed class MsgPort extends WaitIdent
        permits ThreadMsgPort, LockedMsgPort, ReplyOnlyMsgPort, ReplyOnlyNullMsgPort, PutOnlyMsgPort, PanicMsgPort {
    final Kernel kernel;
    final MsgQueue messages;
    final MsgQueue priorityMessages;
    /** {@code mpu_td}: who takes the messages, or null. */
    LwktThread owner;
    /** {@code MSGPORTF_WAITING}. */
    boolean waiting;
    /** {@code mp_cpuid}, -1: any. */
    int cpuId = -1;
    /** {@link #ident}. */
    private Object place = this;

    MsgPort(Kernel kernel, LwktThread owner) {
        this.kernel = kernel;
        this.owner = owner;
        this.messages = new MsgQueue(kernel.observer);
        this.priorityMessages = new MsgQueue(kernel.observer);
    }

    /** {@code bzero()} and the initialisation again, for the port of a thread whose structure is used again. */
    void reset(int newCpuId) {
        messages.clear();
        priorityMessages.clear();
        waiting = false;
        cpuId = newCpuId;
    }

    /** What those who wait here sleep on: the address of the port. */
    final Object ident() {
        return place;
    }

    /**
     * Makes this port what {@code newPlace} is the address of from now on. A port that is initialised again, perhaps as
     * another kind, stays where it was.
     */
    public void placeAt(Object newPlace) {
        place = newPlace;
    }

    public LwktThread owner() {
        return owner;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public int cpuId() {
        return cpuId;
    }

    /** The word of the port's spin lock, 0 where it has none. */
    public int lockWord() {
        return 0;
    }

    /** {@code mp_msgq} in its order. */
    public void forEachMessage(Consumer<LwktMsg> action) {
        messages.forEach(action);
    }

    /** {@code mp_msgq_prio} in its order. */
    public void forEachPriorityMessage(Consumer<LwktMsg> action) {
        priorityMessages.forEach(action);
    }

    /** Whether no message stands here. */
    public boolean isEmpty() {
        return poll() == null;
    }

    private MsgQueue queueOf(LwktMsg msg) {
        return msg.has(MsgFlag.PRIORITY) ? priorityMessages : messages;
    }

    /** Unlinks a queued message. Context: whatever protects the port. */
    @Ports("sys/kern/lwkt_msgport.c#_lwkt_pullmsg")
    public final void pull(LwktMsg msg) {
        queueOf(msg).remove(msg);
        msg.flags &= ~MsgFlag.QUEUED;
    }

    final void pullIfQueued(LwktMsg msg) {
        if (msg.has(MsgFlag.QUEUED)) {
            pull(msg);
        }
    }

    @Ports("sys/kern/lwkt_msgport.c#_lwkt_pushmsg")
    final void push(GlobalData gd, LwktMsg msg) {
        msg.flags |= MsgFlag.QUEUED;
        queueOf(msg).insertTail(msg);
        if (msg.has(MsgFlag.RECEIPT)) {
            msg.flags &= ~MsgFlag.RECEIPT;
            msg.receipt(gd, this);
        }
    }

    @Ports("sys/kern/lwkt_msgport.c#_lwkt_pollmsg")
    final LwktMsg poll() {
        LwktMsg msg = priorityMessages.first();
        return msg != null ? msg : messages.first();
    }

    /** Takes a message back that nobody has taken; answers 0, or ENOENT where it is too late. */
    final int dropQueued(LwktMsg msg) {
        if ((msg.flags & (MsgFlag.REPLY | MsgFlag.QUEUED)) != MsgFlag.QUEUED) {
            return LwktMsg.ENOENT;
        }
        pull(msg);
        msg.flags |= MsgFlag.DONE;
        return 0;
    }

    /** Takes the next message off, if there is one. */
    final LwktMsg take() {
        LwktMsg msg = poll();
        if (msg != null) {
            pull(msg);
        }
        return msg;
    }

    @Ports("sys/kern/lwkt_msgport.c#_lwkt_enqueue_reply")
    final void enqueueReply(GlobalData gd, LwktMsg msg) {
        push(gd, msg);
        msg.flags |= MsgFlag.REPLY | MsgFlag.DONE;
    }

    final void assertNotDropable(LwktMsg msg, String function) {
        if (msg.has(MsgFlag.DROPABLE)) {
            kernel.kassert.panicked(function, "can't wait dropable message");
        }
    }

    final void assertNotReplied(LwktMsg msg, String function) {
        if (msg.has(MsgFlag.DONE | MsgFlag.REPLY)) {
            kernel.kassert.failed(function, "(msg->ms_flags & (MSGF_DONE | MSGF_REPLY)) == 0");
        }
    }

    // Sending.

    /** Sends {@code msg} here; the reply comes to its reply port. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_sendmsg")
    public final Flow sendMsg(GlobalData gd, LwktMsg msg) {
        prepare(gd, msg);
        return start(gd, msg);
    }

    /** {@link #sendMsg} for a port that is fixed to the CPU of the caller. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_sendmsg_oncpu")
    public final Flow sendMsgOnCpu(GlobalData gd, LwktMsg msg) {
        prepare(gd, msg);
        return startOnCpu(gd, msg);
    }

    @Ports({"sys/kern/lwkt_msgport.c#lwkt_sendmsg_prepare", "sys/kern/lwkt_msgport.c#_lwkt_sendmsg_prepare"})
    public final void prepare(GlobalData gd, LwktMsg msg) {
        assertSendable(gd, msg, "_lwkt_sendmsg_prepare");
        msg.flags &= ~(MsgFlag.REPLY | MsgFlag.SYNC | MsgFlag.DONE);
    }

    private static void assertSendable(GlobalData gd, LwktMsg msg, String function) {
        if (msg.replyPort == null || (msg.flags & (MsgFlag.DONE | MsgFlag.QUEUED)) != MsgFlag.DONE) {
            gd.kernel.kassert.failed(
                    function, "msg->ms_reply_port != NULL && (msg->ms_flags & (MSGF_DONE|MSGF_QUEUED)) == MSGF_DONE");
        }
    }

    @Ports({"sys/kern/lwkt_msgport.c#lwkt_sendmsg_start", "sys/kern/lwkt_msgport.c#_lwkt_sendmsg_start"})
    public final Flow start(GlobalData gd, LwktMsg msg) {
        gd.curThread.kernelStack.push(Frame.SENDMSG_BEGUN, 0, 0, msg);
        return putPort(gd, msg);
    }

    @Ports({"sys/kern/lwkt_msgport.c#lwkt_sendmsg_start_oncpu", "sys/kern/lwkt_msgport.c#_lwkt_sendmsg_start_oncpu"})
    public final Flow startOnCpu(GlobalData gd, LwktMsg msg) {
        gd.curThread.kernelStack.push(Frame.SENDMSG_BEGUN, 0, 0, msg);
        return putPortOnCpu(gd, msg);
    }

    /** The port has answered: if it is done with the message, the sender gets its reply. */
    static Flow begun(GlobalData gd, LwktMsg msg) {
        int error = gd.curThread.result;
        return error == LwktMsg.EASYNC ? Flow.RETURN : msg.reply(gd, error);
    }

    /** Sends {@code msg} here and waits for its reply; the result is its error. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_domsg")
    public final Flow doMsg(GlobalData gd, LwktMsg msg, int sleepFlags) {
        assertSendable(gd, msg, "lwkt_domsg");
        msg.flags &= ~(MsgFlag.REPLY | MsgFlag.DONE);
        msg.flags |= MsgFlag.SYNC;
        gd.curThread.kernelStack.push(Frame.DOMSG_BEGUN, sleepFlags, 0, msg);
        return putPort(gd, msg);
    }

    static Flow doMsgBegun(GlobalData gd, LwktMsg msg, long sleepFlags) {
        if (gd.curThread.result == LwktMsg.EASYNC) {
            return msg.await(gd, (int) sleepFlags);
        }
        msg.flags |= MsgFlag.DONE | MsgFlag.REPLY;
        return Flow.RETURN;
    }

    /** Passes on a message that the caller was sent; the result is the port's answer. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_forwardmsg")
    public final Flow forwardMsg(GlobalData gd, LwktMsg msg) {
        if (msg.has(MsgFlag.QUEUED | MsgFlag.DONE | MsgFlag.REPLY)) {
            kernel.kassert.failed("lwkt_forwardmsg", "(msg->ms_flags & (MSGF_QUEUED|MSGF_DONE|MSGF_REPLY)) == 0");
        }
        gd.curThread.kernelStack.push(Frame.FORWARDMSG_BEGUN, 0, 0, msg);
        return putPort(gd, msg);
    }

    static Flow forwardMsgBegun(GlobalData gd, LwktMsg msg) {
        LwktThread td = gd.curThread;
        if (td.result == LwktMsg.EASYNC) {
            return Flow.RETURN;
        }
        td.kernelStack.push(Frame.SLEEP_RESULT, td.result);
        return msg.reply(gd, td.result);
    }

    // What IPIs do with a message for a thread. The kernel does not look at the kind of the port, which may have
    // changed.

    final boolean isLocal(GlobalData gd) {
        if (owner == null) {
            // The message was sent elsewhere while it was under way: C would read from address 0.
            throw new KernelPanic("trap", "page fault: the port has no thread");
        }
        return owner.gd == gd;
    }

    /** Wakes the thread if it waits here. */
    final Flow wake(GlobalData gd) {
        return waiting ? gd.scheduler.schedule(owner) : Flow.RETURN;
    }

    static Flow ship(GlobalData gd, GlobalData target, IpiFunction function, LwktMsg msg) {
        return gd.ipi.send(target, function, msg, 0);
    }

    private static void arrive(GlobalData gd, LwktMsg msg, String function) {
        if (!msg.has(MsgFlag.INTRANSIT)) {
            gd.kernel.kassert.failed(function, "msg->ms_flags & MSGF_INTRANSIT");
        }
        msg.flags &= ~MsgFlag.INTRANSIT;
    }

    final void finish(GlobalData gd, LwktMsg msg) {
        if (msg.has(MsgFlag.SYNC)) {
            msg.flags |= MsgFlag.DONE | MsgFlag.REPLY;
        } else {
            enqueueReply(gd, msg);
        }
    }

    /** The IPI function behind {@link ThreadMsgPort#putPort}; follows a thread that has moved on. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_putport_remote")
    final Flow putRemote(GlobalData gd, LwktMsg msg) {
        if (!isLocal(gd)) {
            return ship(gd, owner.gd, IpiFunction.PUTPORT_REMOTE, msg);
        }
        arrive(gd, msg, "lwkt_thread_putport_remote");
        push(gd, msg);
        return wake(gd);
    }

    /** The IPI function behind {@link ThreadMsgPort#replyPort}. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_replyport_remote")
    final Flow replyRemote(GlobalData gd, LwktMsg msg) {
        if (!isLocal(gd)) {
            return ship(gd, owner.gd, IpiFunction.REPLYPORT_REMOTE, msg);
        }
        arrive(gd, msg, "lwkt_thread_replyport_remote");
        finish(gd, msg);
        return wake(gd);
    }

    // The port's functions. What is not overridden is illegal.

    /** {@code mp_getport}: takes the next message, without waiting. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_getport")
    public Flow getPort(GlobalData gd) {
        throw new KernelPanic("lwkt_panic_getport", "lwkt_getport() illegal on port " + name());
    }

    /** {@code mp_putport}: takes a message in; the result is EASYNC or, if it is done with it, the error. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_putport")
    Flow putPort(GlobalData gd, LwktMsg msg) {
        throw new KernelPanic(
                "lwkt_panic_putport", "lwkt_begin/do/sendmsg() illegal on port " + name() + " msg " + name(msg));
    }

    /** {@code mp_waitmsg} of the reply port. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_waitmsg")
    Flow awaitMsg(GlobalData gd, LwktMsg msg, int sleepFlags) {
        throw new KernelPanic("lwkt_panic_waitmsg", "port " + name() + " msg " + name(msg) + " cannot be waited on");
    }

    /** {@code mp_waitport}: takes the next message, and waits for one; none if a signal came first. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_waitport")
    public Flow awaitPort(GlobalData gd, int sleepFlags) {
        throw new KernelPanic("lwkt_panic_waitport", "port " + name() + " cannot be waited on");
    }

    /** {@code mp_replyport}: a message that was sent from here comes back. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_replyport")
    Flow replyPort(GlobalData gd, LwktMsg msg) {
        throw new KernelPanic(
                "lwkt_panic_replyport", "lwkt_replymsg() is illegal on port " + name() + " msg " + name(msg));
    }

    /** {@code mp_dropmsg} of the target port. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_dropmsg")
    Flow dropMsg(GlobalData gd, LwktMsg msg) {
        throw new KernelPanic(
                "lwkt_panic_dropmsg", "lwkt_dropmsg() is illegal on port " + name() + " msg " + name(msg));
    }

    /** {@code mp_putport_oncpu}. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_panic_putport_oncpu")
    Flow putPortOnCpu(GlobalData gd, LwktMsg msg) {
        throw new KernelPanic(
                "lwkt_panic_putport_oncpu",
                "lwkt_begin_oncpu/sendmsg_oncpu() illegal on port " + name() + " msg " + name(msg));
    }

    /** Goes on with a routine of this port, {@code step} of its class; {@code msg} may be null. */
    Flow step(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        throw new IllegalStateException("no such step: " + step);
    }

    /** Leaves a step of the port that {@code msg} was sent to. */
    static void pushTargetStep(GlobalData gd, int step, LwktMsg msg) {
        gd.curThread.kernelStack.push(Frame.PORT_TARGET_STEP, step, 0, msg);
    }

    /** Leaves a step of the port that {@code msg} is replied to. */
    static void pushReplyStep(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        gd.curThread.kernelStack.push(Frame.PORT_REPLY_STEP, step, pack(flags, sentAbort), msg);
    }

    /** Leaves a step of this port. */
    final void pushStep(GlobalData gd, int step, int flags) {
        gd.curThread.kernelStack.push(Frame.PORT_STEP, step, pack(flags, 0), this);
    }

    /** Leaves the last step of a wait: the result is the message's error. */
    static void pushResult(GlobalData gd, LwktMsg msg) {
        gd.curThread.kernelStack.push(Frame.MSG_RESULT, 0, 0, msg);
    }

    private static long pack(int flags, int sentAbort) {
        return (long) flags << Integer.SIZE | sentAbort & 0xffffffffL;
    }

    final Flow resume(GlobalData gd, long step, long packed, LwktMsg msg) {
        return step(gd, (int) step, (int) (packed >> Integer.SIZE), (int) packed, msg);
    }

    final String name() {
        return kernel.observer.identName(this);
    }

    private String name(LwktMsg msg) {
        return kernel.observer.identName(msg);
    }
}
