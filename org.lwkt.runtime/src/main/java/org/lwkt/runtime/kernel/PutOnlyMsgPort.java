// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_putonly()}: messages go to a function instead of a queue. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_putonly")
public final class PutOnlyMsgPort extends MsgPort {
    /** {@code mp_putport}; answers EASYNC, or the error if it is done with the message. */
    public interface Function {
        int put(GlobalData gd, MsgPort port, LwktMsg msg);
    }

    private final Function function;

    public PutOnlyMsgPort(Kernel kernel, Function function) {
        super(kernel, null);
        this.function = function;
    }

    @Override
    Flow putPort(GlobalData gd, LwktMsg msg) {
        gd.curThread.result = function.put(gd, this, msg);
        return Flow.RETURN;
    }
}
