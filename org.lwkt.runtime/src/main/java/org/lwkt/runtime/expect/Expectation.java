// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * One {@code expect} of a scenario. Threads are given by name; {@code text} is the expectation as the user wrote it
 * after the word {@code expect}, on one line.
 */
@Constant
public sealed interface Expectation {
    SourcePosition position();

    String text();

    /** {@code A preempts B}: at least one switch by {@code lwkt_preempt()} from B to A. */
    record Preempts(String preemptor, String preempted, SourcePosition position, String text) implements Expectation {}

    /** {@code E before F}: the first E happens earlier than the first F; F may never happen, E must. */
    record Before(Moment earlier, Moment later, SourcePosition position, String text) implements Expectation {}

    /** {@code E before T} and {@code X ends before T}: the first E happens at a time below {@code limitNs}. */
    record BeforeTime(Moment moment, long limitNs, SourcePosition position, String text) implements Expectation {}

    /** {@code cputime(t) == 60ms}, {@code switches(cpu 0) in 20 .. 40}: a total over the whole run, within bounds. */
    record Total(Measure measure, Bounds bounds, SourcePosition position, String text) implements Expectation {}

    /** {@code panic ["text"]}: the run ends in a panic whose message contains {@code message} (empty: any panic). */
    record Panics(String message, SourcePosition position, String text) implements Expectation {}

    /** {@code lost wakeup of t}: the run ends because nothing can wake the thread, which is no daemon. */
    record LostWakeup(String thread, SourcePosition position, String text) implements Expectation {}

    /** {@code quiescent}, {@code deadlock}: the run ends that way. */
    record Ends(Ending ending, SourcePosition position, String text) implements Expectation {}
}
