// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * A send that its thread is in the middle of: the local variables of the C function while it waits or goes through a
 * mask. Taken from a pool of the sending CPU and given back there, so that sending allocates nothing.
 */
final class IpiSend {
    final CpuMask mask;
    GlobalData target;
    IpiFunction function;
    Object argument;
    int argument2;
    /** {@code level2}: how far the target must drain a full queue. */
    int level;
    /** {@code ip_drain} as it was before this sender lowered it. */
    int drainBefore;

    long tscBase;
    int repeating;
    int count;
    IpiSend nextFree;

    IpiSend(int ncpus) {
        mask = new CpuMask(ncpus);
    }

    void set(GlobalData newTarget, IpiFunction newFunction, Object newArgument, int newArgument2) {
        target = newTarget;
        function = newFunction;
        argument = newArgument;
        argument2 = newArgument2;
        repeating = 0;
        count = 0;
    }
}
