// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What the step that is under way costs each CPU, until {@link #take} charges it to the thread that is current then. */
final class Costs {
    final long switchNs;
    final long kernelCallNs;
    final long interruptNs;
    final long ipiSendNs;
    final long ipiReceiveNs;
    final long tickNs;
    final long syscallNs;
    final long pollNs;

    private final long[] owedNs;

    Costs(CostProfile profile, int cpus) {
        switchNs = profile.ns(Cost.SWITCH);
        kernelCallNs = profile.ns(Cost.KERNEL_CALL);
        interruptNs = profile.ns(Cost.INTERRUPT);
        ipiSendNs = profile.ns(Cost.IPI_SEND);
        ipiReceiveNs = profile.ns(Cost.IPI_RECEIVE);
        tickNs = profile.ns(Cost.TICK);
        syscallNs = profile.ns(Cost.SYSCALL);
        pollNs = profile.ns(Cost.POLL);
        owedNs = new long[cpus];
    }

    void charge(int cpu, long ns) {
        owedNs[cpu] += ns;
    }

    /** What was charged to the CPU since it was asked last. */
    long take(int cpu) {
        long ns = owedNs[cpu];
        owedNs[cpu] = 0;
        return ns;
    }
}
