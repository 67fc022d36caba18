// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** A wakeup that is on its way through the other CPUs; pooled, so that waking allocates nothing. */
final class WakeupScan {
    final CpuMask mask;
    Object ident;
    int domain;
    int queue;
    WakeupScan nextFree;

    WakeupScan(int ncpus) {
        mask = new CpuMask(ncpus);
    }
}
