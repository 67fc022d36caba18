// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * A fault, and what it hits: everything of its sort, unless {@link #between}, {@link #next}, {@link #from} or the others
 * narrow that. Where several could hit one IPI or tick, the one declared first does, and no other.
 *
 * @param source CPU that sends the IPI, or {@link #ANY_CPU}
 * @param target CPU that the IPI is for, whose tick it is, or that is slow; or {@link #ANY_CPU}
 * @param fromNs when it starts
 * @param untilNs when it is over
 * @param hits after how many of them it is over
 * @param amountNs see {@link FaultKind}; 0 where it has none
 * @param percent how much time a slow CPU takes, more than 100; 100 for other faults
 * @param chance in percent, that it hits what it could
 */
@Constant
public record FaultSpec(
        FaultKind kind,
        int source,
        int target,
        long fromNs,
        long untilNs,
        long hits,
        long amountNs,
        int percent,
        int chance,
        SourcePosition position) {
    public static final int ANY_CPU = -1;
    private static final int WHOLE = 100;

    public FaultSpec {
        require(kind.ordinal() <= FaultKind.CPU_SLOW.ordinal(), kind + " is scripted, not declared");
        require(fromNs >= 0 && untilNs > fromNs, "period of " + kind + " is empty: " + fromNs + " to " + untilNs);
        require(hits >= 1, "hits must be at least 1: hits=" + hits);
        require(amountNs >= 0, "amount must not be negative: amountNs=" + amountNs);
        require(percent >= WHOLE, "a slow CPU takes at least 100 %: percent=" + percent);
        require(chance >= 1 && chance <= WHOLE, "chance must be 1..100 %: chance=" + chance);
    }

    private static FaultSpec of(FaultKind kind, long amountNs, int percent) {
        return new FaultSpec(
                kind,
                ANY_CPU,
                ANY_CPU,
                0,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                amountNs,
                percent,
                WHOLE,
                SourcePosition.NONE);
    }

    public static FaultSpec delayIpi(long byNs) {
        return of(FaultKind.IPI_DELAY, byNs, WHOLE);
    }

    public static FaultSpec dropIpi() {
        return of(FaultKind.IPI_DROP, 0, WHOLE);
    }

    public static FaultSpec duplicateIpi(long afterNs) {
        return of(FaultKind.IPI_DUPLICATE, afterNs, WHOLE);
    }

    public static FaultSpec reorderIpi(long atMostNs) {
        return of(FaultKind.IPI_REORDER, atMostNs, WHOLE);
    }

    public static FaultSpec loseTick() {
        return of(FaultKind.TICK_LOST, 0, WHOLE);
    }

    public static FaultSpec lateTick(long byNs) {
        return of(FaultKind.TICK_LATE, byNs, WHOLE);
    }

    /** @param percent of the time that it takes otherwise: 200 is half the speed */
    public static FaultSpec slowCpu(int cpu, int percent) {
        return of(FaultKind.CPU_SLOW, 0, percent).on(cpu);
    }

    /** Only IPIs of this pair; either may be {@link #ANY_CPU}. */
    public FaultSpec between(int newSource, int newTarget) {
        return with(newSource, newTarget, fromNs, untilNs, hits, chance, position);
    }

    /** Only ticks of this CPU, or IPIs for it. */
    public FaultSpec on(int cpu) {
        return with(source, cpu, fromNs, untilNs, hits, chance, position);
    }

    public FaultSpec from(long newFromNs) {
        return with(source, target, newFromNs, untilNs, hits, chance, position);
    }

    public FaultSpec until(long newUntilNs) {
        return with(source, target, fromNs, newUntilNs, hits, chance, position);
    }

    /** Only the next so many from its start on. */
    public FaultSpec next(long newHits) {
        return with(source, target, fromNs, untilNs, newHits, chance, position);
    }

    /** Only so many of a hundred, drawn from a stream of its own. */
    public FaultSpec withChance(int percentHit) {
        return with(source, target, fromNs, untilNs, hits, percentHit, position);
    }

    public FaultSpec at(SourcePosition newPosition) {
        return with(source, target, fromNs, untilNs, hits, chance, newPosition);
    }

    private FaultSpec with(
            int newSource,
            int newTarget,
            long newFromNs,
            long newUntilNs,
            long newHits,
            int newChance,
            SourcePosition newPosition) {
        return new FaultSpec(
                kind, newSource, newTarget, newFromNs, newUntilNs, newHits, amountNs, percent, newChance, newPosition);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
