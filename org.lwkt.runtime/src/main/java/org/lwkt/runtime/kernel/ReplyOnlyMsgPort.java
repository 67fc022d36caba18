// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_replyonly()}: replies go to a function. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_replyonly")
public final class ReplyOnlyMsgPort extends MsgPort {
    /** {@code mp_replyport}; sets DONE and REPLY in its time. */
    public interface Function {
        Flow reply(GlobalData gd, MsgPort port, LwktMsg msg);
    }

    private final Function function;

    public ReplyOnlyMsgPort(Kernel kernel, Function function) {
        super(kernel, null);
        this.function = function;
    }

    @Override
    Flow replyPort(GlobalData gd, LwktMsg msg) {
        return function.reply(gd, this, msg);
    }
}
