// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/** A total over the run that an expectation compares. */
public sealed interface Measure {
    /** Whether values are nanoseconds (else they are counts). */
    default boolean isTime() {
        return this instanceof CpuTime;
    }

    /** CPU time of a thread, in nanoseconds. */
    record CpuTime(String thread) implements Measure {}

    /** How often the current thread of a CPU changed. */
    record SwitchesOfCpu(int cpu) implements Measure {}

    /** How often a CPU changed into the thread. */
    record SwitchesToThread(String thread) implements Measure {}
}
