// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** The CPUs that {@code lwkt_synchronize_ipiqs()} still waits for: a variable on the stack of its thread. */
public final class IpiBarrier extends WaitIdent {
    final LwktThread owner;
    final CpuMask waiting;

    IpiBarrier(LwktThread owner, int ncpus) {
        this.owner = owner;
        this.waiting = new CpuMask(ncpus);
    }

    /** The thread on whose stack it is. */
    public LwktThread owner() {
        return owner;
    }
}
