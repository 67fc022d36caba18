// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.source.TimeText;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code cputime(t) == 60ms}, {@code switches(x) in 20 .. 40}: a total, which only grows. Keeps the last switches. */
final class TotalEvaluator extends Evaluator {
    private final Measure measure;
    private final Bounds bounds;
    private final int thread;
    private final int cpu;
    private final Evidence evidence = new Evidence();

    TotalEvaluator(Expectation.Total expectation, EvaluationContext context) {
        super(expectation, context);
        measure = expectation.measure();
        bounds = expectation.bounds();
        thread = switch (measure) {
            case Measure.CpuTime time -> context.thread(time.thread());
            case Measure.SwitchesToThread switches -> context.thread(switches.thread());
            case Measure.SwitchesOfCpu switches -> -1;
        };
        cpu = measure instanceof Measure.SwitchesOfCpu switches ? switches.cpu() : -1;
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT, TraceEvent.Kind.END);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int eventCpu, int eventThread, long detail) {
        if (eventThread == thread || eventCpu == cpu && kind != TraceEvent.Kind.END) {
            evidence.add(kind, timeNs, eventCpu, eventThread, detail);
        }
    }

    @Override
    ExpectationResult result(RunEnd end, MetricsCollector metrics) {
        long value = switch (measure) {
            case Measure.CpuTime time -> metrics.cpuTimeNs(thread);
            case Measure.SwitchesToThread switches -> metrics.switchesTo(thread);
            case Measure.SwitchesOfCpu switches -> metrics.switchesOf(cpu);
        };
        String actual = measure.isTime() ? TimeText.of(value) : Long.toString(value);
        return answer(judge(value, end), actual, evidence, end);
    }

    private Outcome judge(long value, RunEnd end) {
        if (value > bounds.most()) {
            return Outcome.FAILED;
        }
        boolean enough = value >= bounds.least();
        if (end.isCutShort() && !(enough && bounds.most() == Long.MAX_VALUE)) {
            return Outcome.UNDECIDED;
        }
        return enough ? Outcome.HELD : Outcome.FAILED;
    }
}
