// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;

/** The declared faults: which of them hits what happens now. */
final class Faults {
    static final int NONE = -1;
    private static final int WHOLE = 100;

    private final FaultSpec[] faults;
    private final long[] hitsLeft;
    private final RandomStream[] chances;
    private final SimClock clock;
    private final MachineObserver observer;

    Faults(List<FaultSpec> faults, long seed, SimClock clock, MachineObserver observer) {
        this.faults = faults.toArray(new FaultSpec[0]);
        this.clock = clock;
        this.observer = observer;
        hitsLeft = faults.stream().mapToLong(FaultSpec::hits).toArray();
        chances = new RandomStream[this.faults.length];
        for (int index = 0; index < chances.length; index++) {
            chances[index] = new RandomStream(seed, "faults", index);
        }
    }

    int count() {
        return faults.length;
    }

    FaultSpec fault(int index) {
        return faults[index];
    }

    /** The fault that hits an IPI sent now, or {@link #NONE}. */
    int hitIpi(int source, int target) {
        for (int index = 0; index < faults.length; index++) {
            FaultSpec fault = faults[index];
            boolean ofThisSort = fault.kind().ordinal() <= FaultKind.IPI_REORDER.ordinal()
                    && (fault.source() == FaultSpec.ANY_CPU || fault.source() == source);
            if (ofThisSort && hits(index, target)) {
                return index;
            }
        }
        return NONE;
    }

    /** The fault that hits the tick of the CPU that is due now, or {@link #NONE}. */
    int hitTick(int cpu) {
        for (int index = 0; index < faults.length; index++) {
            FaultKind kind = faults[index].kind();
            if ((kind == FaultKind.TICK_LOST || kind == FaultKind.TICK_LATE) && hits(index, cpu)) {
                return index;
            }
        }
        return NONE;
    }

    private boolean hits(int index, int target) {
        FaultSpec fault = faults[index];
        if (fault.target() != FaultSpec.ANY_CPU && fault.target() != target
                || clock.nowNs < fault.fromNs()
                || clock.nowNs >= fault.untilNs()
                || hitsLeft[index] == 0) {
            return false;
        }
        if (fault.chance() < WHOLE && chances[index].upTo(WHOLE - 1) >= fault.chance()) {
            return false;
        }
        hitsLeft[index]--;
        return true;
    }

    /** Tells the observer that a fault hit; {@code number} is the other CPU of an IPI, or the percentage of a slow CPU. */
    void report(int index, int cpu, int thread, int number) {
        observer.faulted(clock.nowNs, cpu, thread, faults[index].kind(), number, index);
    }
}
