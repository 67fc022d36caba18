// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.List;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.source.SourcePosition;

/**
 * One {@code expect} of a scenario. Threads, tokens and channels are given by name; that of an array stands for each of its
 * elements, {@code w[3]} for one. {@code text} is the expectation as the user wrote it after the word {@code expect}, on
 * one line. Conditions are expressions over the state of the machine, without local variables and random numbers.
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

    /** {@code cputime(t) == 60ms}, {@code max latency(t) <= 10us}: a measured value, in an interval, within bounds. */
    record Total(Measure measure, Interval interval, Bounds bounds, SourcePosition position, String text)
            implements Expectation {
        /** Over the whole run. */
        public Total(Measure measure, Bounds bounds, SourcePosition position, String text) {
            this(measure, Interval.RUN, bounds, position, text);
        }
    }

    /** {@code always C}: each condition holds after all events of every instant. */
    record Always(List<Expr> conditions, SourcePosition position, String text) implements Expectation {
        public Always {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code never C}: no condition holds after all events of any instant. */
    record Never(List<Expr> conditions, SourcePosition position, String text) implements Expectation {
        public Never {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code eventually C within T}: each condition holds after all events of some instant at or before {@code withinNs}. */
    record Eventually(List<Expr> conditions, long withinNs, SourcePosition position, String text)
            implements Expectation {
        public Eventually {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code at T C}: each condition holds after all events up to and at {@code timeNs}. */
    record At(long timeNs, List<Expr> conditions, SourcePosition position, String text) implements Expectation {
        public At {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code panic ["text"]}: the run ends in a panic whose message contains {@code message} (empty: any panic). */
    record Panics(String message, SourcePosition position, String text) implements Expectation {}

    /** {@code lost wakeup of t}: the run ends because nothing can wake the thread, which is no daemon. */
    record LostWakeup(String thread, SourcePosition position, String text) implements Expectation {}

    /** {@code quiescent}, {@code deadlock}: the run ends that way. */
    record Ends(Ending ending, SourcePosition position, String text) implements Expectation {}
}
