// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.snapshot.Constant;
import org.lwkt.runtime.trace.TraceEvent;

/**
 * Conditions over the state of the machine, looked at when all events of an instant are handled. Subclasses say when they
 * have to hold. Keeps the last events about what they ask for, until they are decided.
 */
abstract class ConditionEvaluator extends Evaluator {
    @Constant
    final List<Expr> conditions;

    private final Subjects subjects;
    private final Evidence evidence = new Evidence();
    private int lastCpu = -1;
    private int lastThread = -1;
    private Outcome decided = Outcome.UNDECIDED;
    private String actual = "";

    ConditionEvaluator(Expectation expectation, List<Expr> conditions, EvaluationContext context) {
        super(expectation, context);
        this.conditions = conditions;
        subjects = new Subjects(conditions);
    }

    @Override
    final Set<TraceEvent.Kind> kinds() {
        return Subjects.KINDS;
    }

    @Override
    public final void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (decided == Outcome.UNDECIDED && subjects.concern(cpu, thread, detail, kind)) {
            evidence.add(kind, timeNs, cpu, thread, detail);
            lastCpu = cpu;
            lastThread = thread;
        }
    }

    @Override
    final boolean looksAtInstants() {
        return true;
    }

    @Override
    final void instantOver(long nowNs, long nextNs, ToLongFunction<Expr> state) {
        if (decided == Outcome.UNDECIDED) {
            look(nowNs, nextNs, state);
        }
    }

    /** Looks at an instant; nothing is decided yet. */
    abstract void look(long nowNs, long nextNs, ToLongFunction<Expr> state);

    /** What is to be said where the run is over and nothing is decided. */
    abstract Outcome outcome(RunEnd end);

    /** As {@link #outcome}, in words. */
    abstract String actual(RunEnd end);

    /** Whether the condition holds; one without a value fails the expectation, and does not. */
    final boolean holds(Expr condition, long nowNs, ToLongFunction<Expr> state) {
        try {
            return state.applyAsLong(condition) != 0;
        } catch (ArithmeticException noValue) {
            decide(Outcome.FAILED, nowNs, noValue.getMessage());
            return false;
        }
    }

    /** Notes the answers of the machine as the actual value. */
    final void decide(Outcome outcome, long nowNs, Expr condition, ToLongFunction<Expr> state) {
        decide(outcome, nowNs, ConditionText.of(condition, context().names(), state));
    }

    final void decide(Outcome outcome, long nowNs, String words) {
        decided = outcome;
        actual = words;
        decidedBy(nowNs, lastCpu, lastThread);
    }

    final boolean isOpen() {
        return decided == Outcome.UNDECIDED;
    }

    @Override
    final boolean isDecided(long nowNs) {
        return !isOpen();
    }

    @Override
    final ExpectationResult result(RunEnd end) {
        return isOpen() ? answer(outcome(end), actual(end), evidence, end) : answer(decided, actual, evidence, end);
    }
}
