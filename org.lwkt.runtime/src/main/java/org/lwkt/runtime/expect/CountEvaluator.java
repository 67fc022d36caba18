// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code switches(x)}, {@code ipis(a -> b)}, {@code interrupts(cpu)}: how many events there are. Keeps the last ones. */
final class CountEvaluator extends MeasureEvaluator {
    @Constant
    private final Measure measure;

    /** Null where it is about no thread. */
    private final Elements threads;

    private final Evidence evidence = new Evidence();
    private long count;

    CountEvaluator(Expectation.Total expectation, EvaluationContext context) {
        super(expectation, context);
        measure = expectation.measure();
        threads = measure instanceof Measure.SwitchesToThread it ? context.threads(it.thread()) : null;
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return switch (measure) {
            case Measure.Ipis it -> EnumSet.of(TraceEvent.Kind.IPI_SEND);
            case Measure.Interrupts it -> EnumSet.of(TraceEvent.Kind.INTERRUPT);
            default -> EnumSet.of(TraceEvent.Kind.SWITCH, TraceEvent.Kind.PREEMPT);
        };
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (!interval.contains(timeNs) || !isOne(cpu, thread, detail)) {
            return;
        }
        if (count <= bounds.most()) {
            evidence.add(kind, timeNs, cpu, thread, detail);
        }
        count++;
        if (count == bounds.most() + 1) {
            decidedBy(timeNs, cpu, thread);
        }
    }

    private boolean isOne(int cpu, int thread, long detail) {
        return switch (measure) {
            case Measure.SwitchesOfCpu it -> it.cpu() == cpu;
            case Measure.SwitchesToThread it -> threads.contain(thread);
            case Measure.Ipis it -> isCpu(it.source(), cpu) && isCpu(it.target(), TraceDetail.otherCpu(detail));
            case Measure.Interrupts it -> it.cpu() == cpu;
            default -> throw new IllegalStateException("not a count: " + measure);
        };
    }

    private static boolean isCpu(int wanted, int cpu) {
        return wanted == Measure.ANY_CPU || wanted == cpu;
    }

    @Override
    Outcome judge(long lastNs, boolean complete) {
        return Judgement.growing(count, bounds, complete);
    }

    @Override
    String actual(long lastNs) {
        return text(count);
    }

    @Override
    Evidence evidence(long lastNs) {
        return evidence;
    }
}
