// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct lwkt_msg}: owned by whoever it was sent to until it is replied to. The methods take the CPU that calls. */
@Ports("sys/sys/msgport2.h")
public final class LwktMsg extends WaitIdent {
    /** What an abort calls; it must see to it that the message is replied to. */
    public interface AbortFunction {
        Flow abort(GlobalData gd, LwktMsg msg);
    }

    /** Hears that the message stands in its target's queue. */
    public interface ReceiptFunction {
        void received(GlobalData gd, LwktMsg msg, MsgPort port);
    }

    /** What an abort answers of a message that nobody has. */
    public static final int ENOENT = 2;

    /** What a port answers that will reply later. */
    public static final int EASYNC = -4;

    MsgQueue queue;
    LwktMsg next;
    LwktMsg prev;
    MsgPort targetPort;
    MsgPort replyPort;
    int flags;
    int error;
    private AbortFunction abortFunction;
    private ReceiptFunction receiptFunction;

    /** Makes the message ready to be sent; {@code replyPort} gets it back. */
    @Ports("sys/sys/msgport2.h#lwkt_initmsg")
    public void init(MsgPort newReplyPort, int newFlags) {
        flags = MsgFlag.DONE | newFlags;
        replyPort = newReplyPort;
    }

    @Ports("sys/sys/msgport2.h#lwkt_initmsg_abortable")
    public void initAbortable(MsgPort newReplyPort, int newFlags, AbortFunction function) {
        init(newReplyPort, newFlags | MsgFlag.ABORTABLE);
        abortFunction = function;
    }

    @Ports("sys/sys/msgport2.h#lwkt_setmsg_receipt")
    public void setReceipt(ReceiptFunction function) {
        flags |= MsgFlag.RECEIPT;
        receiptFunction = function;
    }

    void receipt(GlobalData gd, MsgPort port) {
        receiptFunction.received(gd, this, port);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** {@code ms_flags}, of {@link MsgFlag}. */
    public int flags() {
        return flags;
    }

    /** Sets flags as the function behind a port may. */
    public void setFlags(int mask) {
        flags |= mask;
    }

    /** {@code ms_error}. */
    public int error() {
        return error;
    }

    public MsgPort targetPort() {
        return targetPort;
    }

    /** Sets {@code ms_target_port} as the function behind a port may. */
    public void setTargetPort(MsgPort port) {
        targetPort = port;
    }

    /** {@code port} was initialised again, as {@code again}, at the same address. */
    public void portIsNow(MsgPort port, MsgPort again) {
        if (targetPort == port) {
            targetPort = again;
        }
        if (replyPort == port) {
            replyPort = again;
        }
    }

    public MsgPort replyPort() {
        return replyPort;
    }

    @Ports("sys/sys/msgport2.h#lwkt_checkmsg")
    public boolean isDone() {
        return has(MsgFlag.DONE);
    }

    /** Gives the message back to its sender. */
    @Ports("sys/sys/msgport2.h#lwkt_replymsg")
    public Flow reply(GlobalData gd, int newError) {
        error = newError;
        return replyPort.replyPort(gd, this);
    }

    /** Waits until the message is done; the result is its error. Context: thread, the owner of the reply port. */
    @Ports("sys/sys/msgport2.h#lwkt_waitmsg")
    public Flow await(GlobalData gd, int sleepFlags) {
        return replyPort.awaitMsg(gd, this, sleepFlags);
    }

    /** Takes a dropable message back out of its target's queue; the result is 0, or ENOENT where it is too late. */
    @Ports("sys/sys/msgport2.h#lwkt_dropmsg")
    public Flow drop(GlobalData gd) {
        if (!has(MsgFlag.DROPABLE)) {
            gd.kernel.kassert.failed("lwkt_dropmsg", "msg->ms_flags & MSGF_DROPABLE");
        }
        if (targetPort == null) {
            gd.curThread.result = ENOENT;
            return Flow.RETURN;
        }
        return targetPort.dropMsg(gd, this);
    }

    /** Asks who has the message to reply early, if it can be asked. */
    @Ports("sys/kern/lwkt_msgport.c#lwkt_abortmsg")
    public Flow abort(GlobalData gd) {
        gd.critical.enter();
        if (!has(MsgFlag.ABORTABLE) || has(MsgFlag.DONE | MsgFlag.REPLY)) {
            return gd.critical.exit();
        }
        gd.curThread.kernelStack.push(Frame.CRIT_EXIT);
        return abortFunction.abort(gd, this);
    }
}
