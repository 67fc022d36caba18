// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** What a thread does outside the kernel: the function that {@code lwkt_create()} is given. */
public interface ThreadBody {
    /**
     * The thread is current on {@code gd} and would fetch its next instruction. Answers {@link Flow#FETCH} to wait there
     * for the driver, or makes a kernel call and answers what that answers.
     */
    Flow fetch(GlobalData gd, LwktThread td);
}
