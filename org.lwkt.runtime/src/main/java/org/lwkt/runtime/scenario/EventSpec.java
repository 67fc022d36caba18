// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.List;
import org.lwkt.runtime.machine.Occasion;
import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.source.SourcePosition;

/**
 * What a scenario scripts. Start from what happens, such as {@link #wakeup}, and say when, and where if that matters; without, it
 * happens once at time 0.
 *
 * @param subject name of the thread or channel that it is about, or empty
 * @param cpu where it happens, or {@link ThreadSpec#ANY_CPU}: at the thread's own CPU
 */
public record EventSpec(ScriptedEvent.Kind kind, String subject, int cpu, Occasion occasion, SourcePosition position) {
    private static final Occasion AT_ONCE = new Occasion.At(0);

    private static EventSpec of(ScriptedEvent.Kind kind, String subject, int cpu) {
        return new EventSpec(kind, subject, cpu, AT_ONCE, SourcePosition.NONE);
    }

    /** A device interrupt of an interrupt thread, at that thread's CPU. */
    public static EventSpec interrupt(String thread) {
        return of(ScriptedEvent.Kind.INTERRUPT, thread, ThreadSpec.ANY_CPU);
    }

    /** {@code lwkt_schedule()} of a thread that is declared not to start by itself, at its CPU; nothing once it has started. */
    public static EventSpec start(String thread) {
        return of(ScriptedEvent.Kind.START, thread, ThreadSpec.ANY_CPU);
    }

    /** {@code wakeup()} from an interrupt on CPU 0. */
    public static EventSpec wakeup(String channel) {
        return of(ScriptedEvent.Kind.WAKEUP, channel, 0);
    }

    /** {@code wakeup_one()} from an interrupt on CPU 0. */
    public static EventSpec wakeupOne(String channel) {
        return of(ScriptedEvent.Kind.WAKEUP_ONE, channel, 0);
    }

    /** The CPU gets the IPI that stops it: it takes IPI messages and runs no thread until it is restarted. */
    public static EventSpec stopCpu(int cpu) {
        return of(ScriptedEvent.Kind.STOP_CPU, "", cpu);
    }

    public static EventSpec restartCpu(int cpu) {
        return of(ScriptedEvent.Kind.RESTART_CPU, "", cpu);
    }

    /** An interrupt that nobody raised and nobody handles. */
    public static EventSpec spuriousInterrupt(int cpu) {
        return of(ScriptedEvent.Kind.SPURIOUS_INTERRUPT, "", cpu);
    }

    /** Where it happens. */
    public EventSpec onCpu(int newCpu) {
        return new EventSpec(kind, subject, newCpu, occasion, position);
    }

    /** Once, at that time. */
    public EventSpec at(long timeNs) {
        return with(new Occasion.At(timeNs));
    }

    /**
     * Time and again.
     *
     * @param periodNs between two
     * @param firstNs when it is due first
     * @param untilNs none is due at or after this time; {@link Long#MAX_VALUE} for no limit
     * @param jitterNs each comes up to that much later than it is due, drawn anew for each
     */
    public EventSpec every(long periodNs, long firstNs, long untilNs, long jitterNs) {
        return with(new Occasion.Every(periodNs, firstNs, untilNs, jitterNs));
    }

    /** Each time that all conditions have come true after all events of an instant. */
    public EventSpec when(List<Expr> conditions) {
        return when(conditions, false, 0);
    }

    /** As {@link #when(List)}; {@code once} only the first time, and {@code afterNs} later. */
    public EventSpec when(List<Expr> conditions, boolean once, long afterNs) {
        return with(new Occasion.When(conditions, once, afterNs));
    }

    private EventSpec with(Occasion newOccasion) {
        return new EventSpec(kind, subject, cpu, newOccasion, position);
    }

    /** The same, declared at that place. */
    public EventSpec declaredAt(SourcePosition newPosition) {
        return new EventSpec(kind, subject, cpu, occasion, newPosition);
    }
}
