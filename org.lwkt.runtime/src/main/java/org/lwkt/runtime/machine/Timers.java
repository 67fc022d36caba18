// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** The timer of each CPU, in the slot of its number: when its interrupt comes, and what goes wrong with it. */
final class Timers {
    private final EventQueue queue;
    private final SimClock clock;
    private final HardClock hardClock;
    private final Faults faults;
    /** Whether the interrupt that comes next was due before. */
    private final boolean[] late;

    Timers(EventQueue queue, SimClock clock, MachineSpec spec, Faults faults) {
        this.queue = queue;
        this.clock = clock;
        this.faults = faults;
        hardClock = new HardClock(spec.hz(), spec.cpus(), spec.phaseNs());
        late = new boolean[spec.cpus()];
    }

    void start(int cpu) {
        schedule(cpu, hardClock.nextNs(cpu));
    }

    /**
     * The CPU's timer is due: the interrupt after it is next.
     *
     * @param thread the machine's number for the current thread of the CPU
     * @return whether the interrupt arrives now
     */
    boolean due(int cpu, int thread) {
        int fault = late[cpu] ? Faults.NONE : faults.hitTick(cpu);
        if (fault != Faults.NONE) {
            faults.report(fault, cpu, thread, 0);
            long latenessNs = faults.fault(fault).amountNs();
            if (latenessNs > 0) {
                late[cpu] = true;
                schedule(cpu, SimTime.plus(clock.nowNs, latenessNs));
                return false;
            }
        }
        late[cpu] = false;
        do {
            hardClock.advance(cpu);
        } while (hardClock.nextNs(cpu) <= clock.nowNs);
        schedule(cpu, hardClock.nextNs(cpu));
        return fault == Faults.NONE || faults.fault(fault).kind() != FaultKind.TICK_LOST;
    }

    private void schedule(int cpu, long timeNs) {
        queue.schedule(cpu, timeNs, EventKind.TIMER, cpu, 0);
    }
}
