// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.source.SourcePosition;

/**
 * What a scenario scripts.
 *
 * @param thread name of the thread that it is about, or empty
 * @param cpu where it happens, or {@link ThreadSpec#ANY_CPU}: at the thread's own CPU
 * @param firstNs virtual time of the first
 * @param periodNs time between two, or 0: it happens once
 * @param untilNs none is due at or after this time; {@link Long#MAX_VALUE} for no limit
 * @param jitterNs each comes up to that much later than it is due, drawn anew for each
 */
public record EventSpec(
        ScriptedEvent.Kind kind,
        String thread,
        int cpu,
        long firstNs,
        long periodNs,
        long untilNs,
        long jitterNs,
        SourcePosition position) {
    public EventSpec {
        if (firstNs < 0 || periodNs < 0 || jitterNs < 0) {
            throw new IllegalArgumentException("times of an event must not be negative: firstNs=" + firstNs
                    + " periodNs=" + periodNs + " jitterNs=" + jitterNs);
        }
    }

    /** A device interrupt without jitter. */
    public EventSpec(String thread, int cpu, long firstNs, long periodNs, long untilNs, SourcePosition position) {
        this(ScriptedEvent.Kind.INTERRUPT, thread, cpu, firstNs, periodNs, untilNs, 0, position);
    }
}
