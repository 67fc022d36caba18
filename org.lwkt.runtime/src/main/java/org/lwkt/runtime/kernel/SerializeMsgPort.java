// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_serialize()}: a port inside a serializer, which the callers must hold. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_serialize")
public final class SerializeMsgPort extends LockedMsgPort {
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
        return gd.sleepQueue.wakeup(ident());
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

    @Ports("sys/kern/lwkt_msgport.c#lwkt_serialize_waitport")
    @Override
    public Flow awaitPort(GlobalData gd, int sleepFlags) {
        assertSerialized(gd, "lwkt_serialize_waitport");
        return awaitPortLoop(gd, sleepFlags);
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
    Flow lock(GlobalData gd) {
        return serializer.enter(gd);
    }

    @Override
    Flow unlock(GlobalData gd) {
        return serializer.exit(gd);
    }

    /** The serializer is the caller's. */
    @Override
    Flow endWait(GlobalData gd) {
        return Flow.RETURN;
    }

    /** A reply wakes up whoever sleeps, without a look. */
    @Override
    void markWaiting(LwktMsg msg) {}

    @Override
    Flow sleep(GlobalData gd, Object ident, int sleepFlags, String wmesg) {
        return gd.sleepQueue.zsleep(ident, serializer, sleepFlags, wmesg, 0);
    }
}
