// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code RTP_PRIO_*} of sys/rtprio.h: the class of an lwp's user priority. */
public enum RtPrioType {
    REALTIME,
    FIFO,
    NORMAL,
    IDLE,
    /** Of kernel threads; no run queue takes it. */
    THREAD
}
