// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code TDF_MP_*} of sys/thread.h: {@code td_mpflags}, which other CPUs may change too. The values are the kernel's. */
public final class ThreadMpFlag {
    /** Somebody sleeps on the thread's structure until it has exited. */
    public static final int EXITWAIT = 0x00000004;
    /** The thread has left its stack for good. */
    public static final int EXITSIG = 0x00000008;

    public static final int DIDYIELD = 0x00000020;

    private ThreadMpFlag() {}
}
