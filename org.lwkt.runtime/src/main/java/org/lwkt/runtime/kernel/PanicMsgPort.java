// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code lwkt_initport_panic()}: everything is illegal. */
@Ports("sys/kern/lwkt_msgport.c#lwkt_initport_panic")
public final class PanicMsgPort extends MsgPort {
    public PanicMsgPort(Kernel kernel) {
        super(kernel, null);
    }
}
