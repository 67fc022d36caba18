// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

/** What went wrong, or was made to. The order is part of the digest: new ones come last. */
public enum TraceFault {
    IPI_DELAYED("ipi delayed"),
    IPI_DROPPED("ipi dropped"),
    IPI_DUPLICATED("ipi duplicated"),
    IPI_REORDERED("ipi reordered"),
    TICK_LOST("tick lost"),
    TICK_LATE("tick late"),
    /** The CPU takes another time for what it does from now on. */
    CPU_SPEED("cpu takes"),
    CPU_STOPPED("cpu stopped"),
    CPU_RESTARTED("cpu restarted"),
    SPURIOUS_INTERRUPT("spurious interrupt");

    private final String words;

    TraceFault(String words) {
        this.words = words;
    }

    String text(long number) {
        return switch (this) {
            case IPI_DELAYED, IPI_DROPPED, IPI_DUPLICATED, IPI_REORDERED -> words + ": to cpu " + number;
            case CPU_SPEED -> words + " " + number + " %";
            case TICK_LOST, TICK_LATE, CPU_STOPPED, CPU_RESTARTED, SPURIOUS_INTERRUPT -> words;
        };
    }
}
