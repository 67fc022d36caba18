// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code RQF_*} of sys/globaldata.h: {@code gd_reqflags}, what a CPU has been asked to do. The values are the kernel's. */
public final class ReqFlag {
    public static final int IPIQ = 0x0001;
    public static final int INTPEND = 0x0002;
    public static final int AST_OWEUPC = 0x0004;
    public static final int AST_SIGNAL = 0x0008;
    public static final int AST_USER_RESCHED = 0x0010;
    public static final int AST_LWKT_RESCHED = 0x0020;
    public static final int TIMER = 0x0080;
    /** The run queue is not empty. */
    public static final int RUNNING = 0x0100;

    public static final int SPINNING = 0x0200;
    public static final int QUICKRET = 0x0400;

    /** Work that {@code splz()} does. */
    public static final int IDLECHECK_MASK = IPIQ | INTPEND | TIMER;
    /** What the return to user mode does through {@code ast()}. */
    public static final int AST_MASK = AST_OWEUPC | AST_SIGNAL | AST_USER_RESCHED | AST_LWKT_RESCHED;

    private ReqFlag() {}
}
