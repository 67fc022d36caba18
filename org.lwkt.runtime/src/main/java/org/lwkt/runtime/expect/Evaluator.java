// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceSink;

/**
 * Judges one expectation. Hears the events of the kinds it asks for while the run goes on, in constant time and memory,
 * and says what became of the expectation when the run is over.
 *
 * <p>An expectation without a time of its own is about the run: what had not happened by the horizon, or by an end after
 * which nothing can happen, did not happen. It is undecided only where a budget or a cancellation cut the run short, or
 * where its own time limit lies beyond the horizon, and what was seen until then does not settle it.
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

    /** The metrics are those of the whole run, charged up to its end. */
    abstract ExpectationResult result(RunEnd end, MetricsCollector metrics);

    final EvaluationContext context() {
        return context;
    }

    /** Notes the event that decides. */
    final void decidedBy(long eventTimeNs, int eventCpu, int eventThread) {
        timeNs = eventTimeNs;
        cpu = eventCpu;
        thread = context.names().name(eventThread);
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
