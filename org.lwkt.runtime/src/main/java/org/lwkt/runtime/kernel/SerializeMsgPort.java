// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_serialize()}: a port inside a serializer, which the callers must hold. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_serialize")
public final class SerializeMsgPort extends MsgPort {
    private static final int WAITMSG_AWAKE = 0;
    private static final int WAITMSG_LOOP = 1;
    private static final int WAITMSG_ABORT = 2;
    private static final int WAITMSG_REENTER = 3;
    private static final int WAITPORT_AWAKE = 4;

    private final LwktSerializer serializer;

    public SerializeMsgPort(Kernel kernel, LwktSerializer serializer) {
        super(kernel, null);
        this.serializer = serializer;
    }

    private void assertSerialized(GlobalData gd, String function) {
        serializer.assertSerialized(gd, function, "port->mp_u.serialize");
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_serialize_getport")
    @Override
    public Flow getPort(GlobalData gd) {
        assertSerialized(gd, "lwkt_serialize_getport");
        gd.curThread.message = take();
        return Flow.RETURN;
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_serialize_putport")
    @Override
    Flow putPort(GlobalData gd, LwktMsg msg) {
        assertNotReplied(msg, "lwkt_serialize_putport");
        assertSerialized(gd, "lwkt_serialize_putport");
        msg.targetPort = this;
        push(gd, msg);
        gd.curThread.result = LwktMsg.EASYNC;
        return wakeIfWaiting(gd);
    }

    private Flow wakeIfWaiting(GlobalData gd) {
        if (!waiting) {
            return Flow.RETURN;
        }
        waiting = false;
        return gd.sleepQueue.wakeup(this);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_serialize_waitmsg")
    @Override
    Flow awaitMsg(GlobalData gd, LwktMsg msg, int sleepFlags) {
        assertNotDropable(msg, "lwkt_serialize_waitmsg");
        if (!msg.isDone() || msg.has(MsgFlag.QUEUED)) {
            assertSerialized(gd, "lwkt_serialize_waitmsg");
        }
        return awaitMsgLoop(gd, msg, sleepFlags, 0);
    }

    private Flow awaitMsgLoop(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        if (msg.isDone()) {
            if (sentAbort != 0 && msg.error == SleepQueue.EINTR) {
                msg.error = sentAbort;
            }
            pullIfQueued(msg);
            gd.curThread.result = msg.error;
            return Flow.RETURN;
        }
        WaitIdent ident = msg;
        if (!msg.has(MsgFlag.SYNC)) {
            ident = this;
            waiting = true;
        }
        if ((sleepFlags & SleepQueue.PCATCH) != 0 && sentAbort == 0) {
            pushReplyStep(gd, WAITMSG_AWAKE, sleepFlags, 0, msg);
            return gd.sleepQueue.zsleep(ident, serializer, SleepQueue.PCATCH, "waitmsg", 0);
        }
        pushReplyStep(gd, WAITMSG_LOOP, sleepFlags, sentAbort, msg);
        return gd.sleepQueue.zsleep(ident, serializer, 0, "waitmsg", 0);
    }

    private Flow awaitMsgAwake(GlobalData gd, LwktMsg msg, int sleepFlags) {
        int error = gd.curThread.result;
        if (error == 0) {
            return awaitMsgLoop(gd, msg, sleepFlags, 0);
        }
        pushReplyStep(gd, WAITMSG_REENTER, sleepFlags, error, msg);
        pushReplyStep(gd, WAITMSG_ABORT, sleepFlags, error, msg);
        return serializer.exit(gd);
    }

    private Flow reenter(GlobalData gd, LwktMsg msg, int sleepFlags, int sentAbort) {
        pushReplyStep(gd, WAITMSG_LOOP, sleepFlags, sentAbort, msg);
        return serializer.enter(gd);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_serialize_waitport")
    @Override
    public Flow awaitPort(GlobalData gd, int sleepFlags) {
        assertSerialized(gd, "lwkt_serialize_waitport");
        return awaitPortLoop(gd, sleepFlags);
    }

    private Flow awaitPortLoop(GlobalData gd, int sleepFlags) {
        LwktMsg msg = take();
        gd.curThread.message = msg;
        if (msg != null) {
            return Flow.RETURN;
        }
        waiting = true;
        pushStep(gd, WAITPORT_AWAKE, sleepFlags);
        return gd.sleepQueue.zsleep(this, serializer, sleepFlags, "waitport", 0);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_serialize_replyport")
    @Override
    Flow replyPort(GlobalData gd, LwktMsg msg) {
        if (msg.has(MsgFlag.DONE | MsgFlag.QUEUED)) {
            kernel.kassert.failed("lwkt_serialize_replyport", "(msg->ms_flags & (MSGF_DONE|MSGF_QUEUED)) == 0");
        }
        assertSerialized(gd, "lwkt_serialize_replyport");
        if (msg.has(MsgFlag.SYNC)) {
            msg.flags |= MsgFlag.DONE | MsgFlag.REPLY;
            return gd.sleepQueue.wakeup(msg);
        }
        enqueueReply(gd, msg);
        return wakeIfWaiting(gd);
    }

    @Override
    Flow step(GlobalData gd, int step, int flags, int sentAbort, LwktMsg msg) {
        return switch (step) {
            case WAITMSG_AWAKE -> awaitMsgAwake(gd, msg, flags);
            case WAITMSG_LOOP -> awaitMsgLoop(gd, msg, flags, sentAbort);
            case WAITMSG_ABORT -> msg.abort(gd);
            case WAITMSG_REENTER -> reenter(gd, msg, flags, sentAbort);
            default -> gd.curThread.result != 0 ? Flow.RETURN : awaitPortLoop(gd, flags);
        };
    }
}
