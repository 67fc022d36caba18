// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import org.lwkt.runtime.source.SourcePosition;

/**
 * One thing that a machine did to its kernel.
 *
 * @param position what made it happen, or the line that it interrupted
 * @param before the state of the kernel by CPU, see {@link KernelState}; null where it cannot be compared
 * @param thread number of the thread that it is about; -1 for what is about none
 * @param call of a CALL or a WAKEUP; else null
 */
record Step(Kind kind, int cpu, SourcePosition position, long[] before, int thread, Call call) {
    /** What sort of thing. */
    enum Kind {
        CALL,
        POLL,
        IPI,
        TICK,
        TIMEOUT,
        DEVICE,
        START,
        /** Of a channel, from a fast interrupt. */
        WAKEUP,
        /** The IPI that stops a CPU. */
        STOP,
        RESTART,
        LIVELOCK_TIMER
    }
}
