// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceSink;

/**
 * Judges one expectation. Hears the events and signals of the kinds it asks for while the run goes on, in constant time
 * and memory, and says what became of the expectation when the run is over.
 *
 * <p>An expectation without a time of its own is about the run: what had not happened by the horizon, or by an end after
 * which nothing can happen, did not happen. It is undecided only where a budget or a cancellation cut the run short, or
 * where its own time limit lies beyond the horizon, and what was seen until then does not settle it; or where what it
 * asks for has no value, such as the mean of nothing.
 */
abstract class Evaluator implements TraceSink {
    private final Expectation expectation;
    private final EvaluationContext context;

    // The event that decided, or the end of the run.
    private long timeNs = -1;
    private int cpu = -1;
    private String thread = "";

    Evaluator(Expectation expectation, EvaluationContext context) {
        this.expectation = expectation;
        this.context = context;
    }

    /** The kinds of events that {@link #event} is to be called for. */
    abstract Set<TraceEvent.Kind> kinds();

    /** The signals that {@link #signal} is to be called for. */
    Set<Signal> signals() {
        return EnumSet.noneOf(Signal.class);
    }

    /** @param resource the token, or a negative number where it has none or the signal is about none */
    void signal(Signal signal, long nowNs, int atCpu, int ofThread, int resource) {}

    /** Whether {@link #instantOver} is to be called. */
    boolean looksAtInstants() {
        return false;
    }

    /**
     * All events of an instant are handled, and nothing changes before the next one.
     *
     * @param nextNs when that is; {@code nowNs} where the run is over
     * @param state what an expression is now; throws an ArithmeticException where it has no value
     */
    void instantOver(long nowNs, long nextNs, ToLongFunction<Expr> state) {}

    /** Whether nothing that happens after {@code nowNs} can change the outcome. */
    abstract boolean isDecided(long nowNs);

    abstract ExpectationResult result(RunEnd end);

    final EvaluationContext context() {
        return context;
    }

    /** Notes the event that decides. */
    final void decidedBy(long eventTimeNs, int eventCpu, int eventThread) {
        timeNs = eventTimeNs;
        cpu = eventCpu;
        thread = context.names().name(eventThread);
    }

    /** It was the end of the run after all. */
    final void decidedByEnd() {
        timeNs = -1;
        cpu = -1;
        thread = "";
    }

    final ExpectationResult answer(Outcome outcome, String actual, Evidence evidence, RunEnd end) {
        return new ExpectationResult(
                expectation,
                outcome,
                expectation.text(),
                actual,
                timeNs >= 0 ? timeNs : end.timeNs(),
                cpu,
                thread,
                evidence.events(context.names(), context.texts()));
    }
}
