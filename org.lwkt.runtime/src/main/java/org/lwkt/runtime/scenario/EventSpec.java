// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.source.SourcePosition;

/**
 * A device interrupt that a scenario scripts.
 *
 * @param thread name of the interrupt thread
 * @param cpu where the interrupt arrives, or {@link ThreadSpec#ANY_CPU}: at the thread's own CPU
 * @param firstNs virtual time of the first arrival
 * @param periodNs time between arrivals, or 0: it arrives once
 * @param untilNs no arrival at or after this time; {@link Long#MAX_VALUE} for no limit
 */
public record EventSpec(String thread, int cpu, long firstNs, long periodNs, long untilNs, SourcePosition position) {
    public EventSpec {
        if (firstNs < 0 || periodNs < 0) {
            throw new IllegalArgumentException(
                    "times of an event must not be negative: firstNs=" + firstNs + " periodNs=" + periodNs);
        }
    }
}
