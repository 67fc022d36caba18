// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.machine.FaultKind;
import org.lwkt.runtime.trace.TraceFault;

/** How a trace calls what the machine did. */
final class TraceFaults {
    private TraceFaults() {}

    static TraceFault of(FaultKind kind) {
        return switch (kind) {
            case IPI_DELAY -> TraceFault.IPI_DELAYED;
            case IPI_DROP -> TraceFault.IPI_DROPPED;
            case IPI_DUPLICATE -> TraceFault.IPI_DUPLICATED;
            case IPI_REORDER -> TraceFault.IPI_REORDERED;
            case TICK_LOST -> TraceFault.TICK_LOST;
            case TICK_LATE -> TraceFault.TICK_LATE;
            case CPU_SLOW -> TraceFault.CPU_SPEED;
            case CPU_STOP -> TraceFault.CPU_STOPPED;
            case CPU_RESTART -> TraceFault.CPU_RESTARTED;
            case SPURIOUS_INTERRUPT -> TraceFault.SPURIOUS_INTERRUPT;
        };
    }
}
