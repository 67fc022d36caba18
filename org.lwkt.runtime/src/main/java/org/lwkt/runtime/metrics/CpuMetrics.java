// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.metrics;

/**
 * What one CPU did in a run. Times are nanoseconds of virtual time.
 *
 * @param busyNs time in which a thread other than the idle thread used it
 * @param switches how often its current thread changed
 * @param preemptions switches by {@code lwkt_preempt()}
 * @param ticks hardclock interrupts that arrived
 * @param interrupts device interrupts that arrived, stray ones included
 * @param strayInterrupts device interrupts that arrived for a thread that had exited
 * @param ipisSent IPI messages queued by it
 * @param ipisReceived IPI messages that it took
 */
public record CpuMetrics(
        int cpu,
        long busyNs,
        long switches,
        long preemptions,
        long ticks,
        long interrupts,
        long strayInterrupts,
        long ipisSent,
        long ipisReceived) {}
