// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code MSGF_*} of sys/msgport.h, with the kernel's values. */
public final class MsgFlag {
    public static final int DONE = 0x0001;
    public static final int REPLY = 0x0002;
    public static final int QUEUED = 0x0004;
    public static final int SYNC = 0x0008;
    public static final int INTRANSIT = 0x0010;
    public static final int WAITING = 0x0020;
    public static final int DROPABLE = 0x0040;
    public static final int ABORTABLE = 0x0080;
    public static final int PRIORITY = 0x0100;
    public static final int RECEIPT = 0x0200;
    public static final int USER0 = 0x00010000;

    private MsgFlag() {}
}
