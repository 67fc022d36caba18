// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_replyonly_null()}: replies only end the message. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_replyonly_null")
public final class ReplyOnlyNullMsgPort extends MsgPort {
    public ReplyOnlyNullMsgPort(Kernel kernel) {
        super(kernel, null);
    }

    @Ports("sys/kern/lwkt_msgport.c#lwkt_null_replyport")
    @Override
    Flow replyPort(GlobalData gd, LwktMsg msg) {
        msg.flags |= MsgFlag.DONE | MsgFlag.REPLY;
        return Flow.RETURN;
    }
}
