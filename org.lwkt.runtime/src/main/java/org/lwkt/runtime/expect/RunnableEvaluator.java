// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.trace.TraceEvent;

/** {@code runnable(cpu)}, which has a value at each time. Keeps the last events that change it. */
final class RunnableEvaluator extends MeasureEvaluator {
    private static final double BILLION = 1e9;

    private final Statistic statistic;
    private final int cpu;

    @Constant
    private final Expr question;

    private final Evidence evidence = new Evidence();

    private int lastThread = -1;
    private boolean any;
    private boolean left;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;
    /** Values times nanoseconds, up to {@link #knownNs}. */
    private long area;

    private long last;
    private long knownNs;

    RunnableEvaluator(Expectation.Total expectation, Measure.Runnable measure, EvaluationContext context) {
        super(expectation, context);
        statistic = measure.statistic();
        cpu = measure.cpu();
        question = Expr.ask(Question.RUNNABLE, Expr.constant(cpu));
    }

    @Override
    Set<TraceEvent.Kind> kinds() {
        return EnumSet.of(
                TraceEvent.Kind.SWITCH,
                TraceEvent.Kind.PREEMPT,
                TraceEvent.Kind.WAKEUP,
                TraceEvent.Kind.SLEEP,
                TraceEvent.Kind.END,
                TraceEvent.Kind.IPI_RECEIVE);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int eventCpu, int thread, long detail) {
        if (eventCpu == cpu && !left && timeNs < interval.untilNs()) {
            evidence.add(kind, timeNs, eventCpu, thread, detail);
            lastThread = thread;
        }
    }

    @Override
    boolean looksAtInstants() {
        return true;
    }

    @Override
    void instantOver(long nowNs, long nextNs, ToLongFunction<Expr> state) {
        if (nowNs >= interval.untilNs() || nowNs < interval.fromNs() && nextNs <= interval.fromNs()) {
            return;
        }
        any = true;
        last = state.applyAsLong(question);
        knownNs = nextNs;
        area += last * interval.overlapNs(nowNs, nextNs);
        least = Math.min(least, last);
        most = Math.max(most, last);
        if (!left && statistic != Statistic.MEAN && judge(nowNs, false) == Outcome.FAILED) {
            left = true;
            decidedBy(Math.max(nowNs, interval.fromNs()), cpu, lastThread);
        }
    }

    @Override
    Outcome judge(long lastNs, boolean complete) {
        if (!any) {
            return Outcome.UNDECIDED;
        }
        return switch (statistic) {
            case MIN -> Judgement.shrinking(least, bounds, complete);
            case MAX -> Judgement.growing(most, bounds, complete);
            case MEAN -> {
                boolean known = interval.overlapNs(0, lastNs) > 0;
                yield Judgement.settled(known ? mean(lastNs) : 0, bounds, complete && known);
            }
            default -> Judgement.every(least, most, bounds, complete);
        };
    }

    private long mean(long lastNs) {
        double whole = area + last * interval.overlapNs(knownNs, lastNs);
        return Math.round(BILLION * whole / interval.overlapNs(0, lastNs));
    }

    @Override
    String actual(long lastNs) {
        if (!any) {
            return "no value";
        }
        return switch (statistic) {
            case MIN -> text(least);
            case MAX -> text(most);
            case MEAN -> interval.overlapNs(0, lastNs) > 0 ? text(mean(lastNs)) : "no value";
            default -> text(least, most);
        };
    }

    @Override
    Evidence evidence(long lastNs) {
        return evidence;
    }
}
