// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktMsg;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.kernel.MsgPort;
import org.lwkt.runtime.kernel.PutOnlyMsgPort;
import org.lwkt.runtime.kernel.ReplyOnlyMsgPort;
import org.lwkt.runtime.kernel.SleepQueue;

/** The functions behind ports and messages that have functions. They hold no state. */
final class MessageFunctions {
    /** A put-only port is done with a message at once. */
    static final PutOnlyMsgPort.Function PUT = MessageFunctions::put;

    /** A reply-only port notes that the message is done, and keeps it nowhere. */
    static final ReplyOnlyMsgPort.Function REPLY = MessageFunctions::replied;

    /** A message that is aborted leaves the queue that it is in and is replied to with EINTR. */
    static final LwktMsg.AbortFunction ABORT = MessageFunctions::abort;

    static final LwktMsg.ReceiptFunction RECEIPT = (gd, msg, port) -> {};

    private MessageFunctions() {}

    private static int put(GlobalData gd, MsgPort port, LwktMsg msg) {
        msg.setTargetPort(port);
        return 0;
    }

    private static Flow replied(GlobalData gd, MsgPort port, LwktMsg msg) {
        msg.setFlags(MsgFlag.DONE | MsgFlag.REPLY);
        return Flow.RETURN;
    }

    private static Flow abort(GlobalData gd, LwktMsg msg) {
        if (msg.targetPort() != null && (msg.flags() & MsgFlag.QUEUED) != 0) {
            msg.targetPort().pull(msg);
        }
        return msg.reply(gd, SleepQueue.EINTR);
    }
}
