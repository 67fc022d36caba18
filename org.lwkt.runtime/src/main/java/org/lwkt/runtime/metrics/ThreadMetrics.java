// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

/**
 * What one thread did in a run. Times are nanoseconds of virtual time; -1 where the event never happened.
 *
 * @param cpuTimeNs time it used a CPU
 * @param switches how often a CPU switched or was preempted to it
 * @param preemptions how often it was preempted
 * @param startNs when its first instruction ran
 * @param endNs when it exited
 * @param latencyMaxNs the longest time from being made runnable to its next instruction, 0 if it never waited
 */
public record ThreadMetrics(
        String name, long cpuTimeNs, long switches, long preemptions, long startNs, long endNs, long latencyMaxNs) {}
