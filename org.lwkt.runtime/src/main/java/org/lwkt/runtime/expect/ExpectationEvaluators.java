// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceSink;
import org.lwkt.runtime.trace.TraceTexts;

/** Judges all expectations of a run; each hears only the kinds of events that it asked for. */
public final class ExpectationEvaluators implements TraceSink {
    private final List<Evaluator> evaluators = new ArrayList<>();
    private final Evaluator[][] byKind;

    /** @throws IllegalArgumentException if an expectation names a thread that is not declared */
    public ExpectationEvaluators(List<Expectation> expectations, TraceNames names, TraceTexts texts) {
        EvaluationContext context = new EvaluationContext(names, texts);
        expectations.forEach(it -> evaluators.add(evaluator(it, context)));
        TraceEvent.Kind[] kinds = TraceEvent.Kind.values();
        byKind = new Evaluator[kinds.length][];
        for (TraceEvent.Kind kind : kinds) {
            byKind[kind.ordinal()] =
                    evaluators.stream().filter(it -> it.kinds().contains(kind)).toArray(Evaluator[]::new);
        }
    }

    private static Evaluator evaluator(Expectation expectation, EvaluationContext context) {
        return switch (expectation) {
            case Expectation.Preempts preempts -> new PreemptsEvaluator(preempts, context);
            case Expectation.Before before -> new BeforeEvaluator(before, context);
            case Expectation.BeforeTime before -> new BeforeTimeEvaluator(before, context);
            case Expectation.Total total -> new TotalEvaluator(total, context);
            case Expectation.Panics panics -> new PanicsEvaluator(panics, context);
            case Expectation.LostWakeup lost -> new LostWakeupEvaluator(lost, context);
            case Expectation.Ends ends -> new EndsEvaluator(ends, context);
        };
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        for (Evaluator evaluator : byKind[kind.ordinal()]) {
            evaluator.event(kind, timeNs, cpu, thread, detail);
        }
    }

    /** What became of the expectations, in their order; the run is over and the metrics are charged up to its end. */
    public List<ExpectationResult> results(RunEnd end, MetricsCollector metrics) {
        List<ExpectationResult> results = new ArrayList<>();
        for (Evaluator evaluator : evaluators) {
            results.add(evaluator.result(end, metrics));
        }
        return results;
    }
}
