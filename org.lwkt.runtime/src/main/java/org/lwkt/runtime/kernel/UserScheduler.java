// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** {@code struct usched}: who of the user threads of a CPU is its current process. Called on the CPU of the thread. */
public interface UserScheduler {
    /** Gives the current-process designation to the current thread's lwp; may switch until it is its turn. */
    Flow acquireCurproc(GlobalData gd, Lwp lp);

    /** Takes the designation from the current thread's lwp, which goes on as a kernel thread. */
    Flow releaseCurproc(GlobalData gd, Lwp lp);
}
