// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A scripted device interrupt.
 *
 * @param thread index of the interrupt thread
 * @param cpu where it arrives, or {@link ThreadConfig#ANY_CPU}: at the CPU that the thread belongs to
 * @param firstNs first arrival
 * @param periodNs between arrivals, or 0: it arrives once
 * @param untilNs no arrival at or after this time
 */
@Constant
public record InterruptConfig(
        int thread, int cpu, long firstNs, long periodNs, long untilNs, SourcePosition position) {}
