// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code lwkt_initport_thread()}: the port of one thread, which alone takes messages. It needs no lock, because its queue is
 * only touched on the thread's CPU: others send an IPI.
 */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_thread")
public final class ThreadMsgPort extends MsgPort {
    private static final int WAITMSG_AWAKE = 0;
    private static final int WAITMSG_ABORTED = 1;
    private static final int WAITPORT_AWAKE = 2;

    public ThreadMsgPort(Kernel kernel, LwktThread owner) {
        super(kernel, owner);
    }

    private static void setInTransit(GlobalData gd, LwktMsg msg) {
        if (gd.kernel.kassert.invariants()) {
            msg.flags |= MsgFlag.INTRANSIT;
        }
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_putport")
    @Override
    Flow putPort(GlobalData gd, LwktMsg msg) {
        assertNotReplied(msg, "lwkt_thread_putport");
        msg.targetPort = this;
        gd.curThread.result = LwktMsg.EASYNC;
        if (!isLocal(gd)) {
            setInTransit(gd, msg);
            return ship(gd, owner.gd, IpiFunction.PUTPORT_REMOTE, msg);
        }
        gd.critical.enter();
        push(gd, msg);
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        return wake(gd);
    }

    @Override
    Flow putPortOnCpu(GlobalData gd, LwktMsg msg) {
        return putPort(gd, msg);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_replyport")
    @Override
    Flow replyPort(GlobalData gd, LwktMsg msg) {
        if (msg.has(MsgFlag.DONE | MsgFlag.QUEUED | MsgFlag.INTRANSIT)) {
            kernel.kassert.failed(
                    "lwkt_thread_replyport", "(msg->ms_flags & (MSGF_DONE|MSGF_QUEUED|MSGF_INTRANSIT)) == 0");
        }
        if (!isLocal(gd)) {
            setInTransit(gd, msg);
            msg.flags |= MsgFlag.REPLY;
            return ship(gd, owner.gd, IpiFunction.REPLYPORT_REMOTE, msg);
        }
        gd.critical.enter();
        finish(gd, msg);
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        return wake(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_dropmsg")
    @Override
    Flow dropMsg(GlobalData gd, LwktMsg msg) {
        if (owner != gd.curThread) {
            kernel.kassert.panicked(
                    "lwkt_thread_dropmsg",
                    "message could only be dropped in the same thread as the message target port thread");
        }
        gd.critical.enter();
        gd.curThread.result = dropQueued(msg);
        return gd.critical.exit();
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_getport")
    @Override
    public Flow getPort(GlobalData gd) {
        assertOwner(gd, "lwkt_thread_getport", "port->mpu_td == curthread");
        gd.critical.enter();
        gd.curThread.message = take();
        return gd.critical.exit();
    }

    private void assertOwner(GlobalData gd, String function, String expression) {
        if (owner != gd.curThread) {
            kernel.kassert.failed(function, expression);
        }
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_waitmsg")
    @Override
    Flow awaitMsg(GlobalData gd, LwktMsg msg, int sleepFlags) {
        assertNotDropable(msg, "lwkt_thread_waitmsg");
        if (!msg.isDone() || msg.has(MsgFlag.QUEUED)) {
            assertOwner(gd, "lwkt_thread_waitmsg", "port->mpu_td == td");
        }
        gd.critical.enter();
        return awaitMsgLoop(gd, msg, sleepFlags, 0);
    }

    private Flow awaitMsgLoop(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        if (msg.isDone()) {
            pullIfQueued(msg);
            pushResult(gd, msg);
            return gd.critical.exit();
        }
        waiting = true;
        pushReplyStep(gd, WAITMSG_AWAKE, sleepFlags, sentAbort, msg);
        return sentAbort == 0 ? gd.sleepQueue.lwktSleep("waitmsg", sleepFlags) : gd.sleepQueue.lwktSleep("waitabt", 0);
    }

    private Flow awaitMsgAwake(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        int error = gd.curThread.result;
        if (sentAbort == 0 && error != 0) {
            pushReplyStep(gd, WAITMSG_ABORTED, sleepFlags, error, msg);
            return msg.abort(gd);
        }
        waiting = false;
        return awaitMsgLoop(gd, msg, sleepFlags, sentAbort);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_thread_waitport")
    @Override
    public Flow awaitPort(GlobalData gd, int sleepFlags) {
        assertOwner(gd, "lwkt_thread_waitport", "port->mpu_td == td");
        gd.critical.enter();
        return awaitPortLoop(gd, sleepFlags);
    }

    private Flow awaitPortLoop(GlobalData gd, int sleepFlags) {
        LwktMsg msg = take();
        gd.curThread.message = msg;
        if (msg != null) {
            return gd.critical.exit();
        }
        waiting = true;
        pushStep(gd, WAITPORT_AWAKE, sleepFlags);
        return gd.sleepQueue.lwktSleep("waitport", sleepFlags);
    }

    @Override
    Flow step(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        if (step == WAITMSG_AWAKE) {
            return awaitMsgAwake(gd, msg, flags, sentAbort);
        }
        waiting = false;
        if (step == WAITMSG_ABORTED) {
            return awaitMsgLoop(gd, msg, flags, sentAbort);
        }
        return gd.curThread.result != 0 ? gd.critical.exit() : awaitPortLoop(gd, flags);
    }
}
