// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceSink;
import org.lwkt.runtime.trace.TraceTexts;

/** Judges all expectations of a run; each hears only the kinds of events and signals that it asked for. */
public final class ExpectationEvaluators implements TraceSink {
    private final List<Evaluator> evaluators = new ArrayList<>();
    private final Evaluator[][] byKind;
    private final Evaluator[][] bySignal;
    private final Evaluator[] atInstants;
    /** How many, from the first one, are known to be decided. */
    private int decided;

    /**
     * @param cpus how many the machine has
     * @throws IllegalArgumentException if an expectation names what is not declared
     */
    public ExpectationEvaluators(List<Expectation> expectations, int cpus, TraceNames names, TraceTexts texts) {
        EvaluationContext context = new EvaluationContext(cpus, names, texts);
        expectations.forEach(it -> evaluators.add(evaluator(it, context)));
        byKind = new Evaluator[TraceEvent.Kind.values().length][];
        for (TraceEvent.Kind kind : TraceEvent.Kind.values()) {
            byKind[kind.ordinal()] = those(it -> it.kinds().contains(kind));
        }
        bySignal = new Evaluator[Signal.values().length][];
        for (Signal signal : Signal.values()) {
            bySignal[signal.ordinal()] = those(it -> it.signals().contains(signal));
        }
        atInstants = those(Evaluator::looksAtInstants);
    }

    private Evaluator[] those(Predicate<Evaluator> wanted) {
        return evaluators.stream().filter(wanted).toArray(Evaluator[]::new);
    }

    private static Evaluator evaluator(Expectation expectation, EvaluationContext context) {
        return switch (expectation) {
            case Expectation.Preempts preempts -> new PreemptsEvaluator(preempts, context);
            case Expectation.Before before -> new BeforeEvaluator(before, context);
            case Expectation.BeforeTime before -> new BeforeTimeEvaluator(before, context);
            case Expectation.Total total -> measureEvaluator(total, context);
            case Expectation.Always always -> new AlwaysEvaluator(always, always.conditions(), true, context);
            case Expectation.Never never -> new AlwaysEvaluator(never, never.conditions(), false, context);
            case Expectation.Eventually eventually -> new EventuallyEvaluator(eventually, context);
            case Expectation.At at -> new AtEvaluator(at, context);
            case Expectation.Panics panics -> new PanicsEvaluator(panics, context);
            case Expectation.LostWakeup lost -> new LostWakeupEvaluator(lost, context);
            case Expectation.Ends ends -> new EndsEvaluator(ends, context);
        };
    }

    private static Evaluator measureEvaluator(Expectation.Total total, EvaluationContext context) {
        return switch (total.measure()) {
            case Measure.CpuTime it -> new CpuTimeEvaluator(total, it, context);
            case Measure.SwitchesOfCpu it -> new CountEvaluator(total, context);
            case Measure.SwitchesToThread it -> new CountEvaluator(total, context);
            case Measure.Ipis it -> new CountEvaluator(total, context);
            case Measure.Interrupts it -> new CountEvaluator(total, context);
            case Measure.Latency it -> new LatencyEvaluator(total, it, context);
            case Measure.Response it -> new ResponseEvaluator(total, it, context);
            case Measure.Contention it -> new ContentionEvaluator(total, it, context);
            case Measure.Hold it -> new HoldEvaluator(total, it, context);
            case Measure.Runnable it -> new RunnableEvaluator(total, it, context);
            case Measure.Utilisation it -> new UtilisationEvaluator(total, it, context);
            case Measure.Fairness it -> new FairnessEvaluator(total, it, context);
        };
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        for (Evaluator evaluator : byKind[kind.ordinal()]) {
            evaluator.event(kind, timeNs, cpu, thread, detail);
        }
    }

    /** Whether any expectation asks for {@link #signal} of that kind. */
    public boolean hears(Signal signal) {
        return bySignal[signal.ordinal()].length > 0;
    }

    /** @param resource the token, or a negative number where it has none or the signal is about none */
    public void signal(Signal signal, long timeNs, int cpu, int thread, int resource) {
        for (Evaluator evaluator : bySignal[signal.ordinal()]) {
            evaluator.signal(signal, timeNs, cpu, thread, resource);
        }
    }

    /** Whether any expectation asks for {@link #instantOver}. */
    public boolean looksAtInstants() {
        return atInstants.length > 0;
    }

    /**
     * All events of an instant are handled, and nothing changes before the next one.
     *
     * @param nextNs when that is; {@code timeNs} where the run is over
     * @param state what an expression is now; throws an ArithmeticException where it has no value
     */
    public void instantOver(long timeNs, long nextNs, ToLongFunction<Expr> state) {
        for (Evaluator evaluator : atInstants) {
            evaluator.instantOver(timeNs, nextNs, state);
        }
    }

    /** Whether there are expectations, and nothing that happens after {@code timeNs} can change what became of any. */
    public boolean areDecided(long timeNs) {
        while (decided < evaluators.size() && evaluators.get(decided).isDecided(timeNs)) {
            decided++;
        }
        return decided > 0 && decided == evaluators.size();
    }

    /** What became of the expectations, in their order; the run is over. */
    public List<ExpectationResult> results(RunEnd end) {
        return evaluators.stream().map(it -> it.result(end)).toList();
    }
}
