// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.function.ToLongFunction;
import org.lwkt.runtime.expect.ExpectationEvaluators;
import org.lwkt.runtime.expect.Signal;
import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.IpiFunction;
import org.lwkt.runtime.machine.FaultKind;
import org.lwkt.runtime.machine.MachineObserver;
import org.lwkt.runtime.metrics.MetricsCollector;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.trace.TraceDetail;
import org.lwkt.runtime.trace.TraceDigest;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceRecorder;
import org.lwkt.runtime.trace.TraceTexts;

/** Hands what happens on the machine to the digest, the metrics, the expectations and, if one is kept, the trace. */
final class RunObserver implements MachineObserver {
    private static final int NO_CPU = -1;

    private final TraceNames names;
    private final TraceDigest digest;
    private final MetricsCollector metrics;
    private final ExpectationEvaluators evaluators;
    private final TraceTexts texts;
    /** Null where no trace is kept. */
    private final TraceRecorder recorder;

    private final String overText;
    /** How many events there may be where no trace is kept. */
    private final long eventsMost;

    private long events;
    private final boolean stopsWhenDecided;

    RunObserver(
            TraceNames names,
            TraceDigest digest,
            MetricsCollector metrics,
            ExpectationEvaluators evaluators,
            TraceTexts texts,
            TraceRecorder recorder,
            Budget budget,
            boolean stopsWhenDecided) {
        this.names = names;
        this.digest = digest;
        this.metrics = metrics;
        this.evaluators = evaluators;
        this.texts = texts;
        this.recorder = recorder;
        this.stopsWhenDecided = stopsWhenDecided;
        overText = budget.crossed(Budget.Limit.EVENTS);
        eventsMost = budget.sets(Budget.Limit.EVENTS) ? budget.traceEvents() : Long.MAX_VALUE;
    }

    private void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        digest.event(kind, timeNs, cpu, thread, detail);
        keep(kind, timeNs, cpu, thread, detail);
    }

    private void keep(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (recorder != null) {
            recorder.event(kind, timeNs, cpu, thread, detail);
        }
        events++;
        evaluators.event(kind, timeNs, cpu, thread, detail);
    }

    @Override
    public void switched(long timeNs, int cpu, int thread) {
        metrics.switched(timeNs, cpu, thread);
        event(TraceEvent.Kind.SWITCH, timeNs, cpu, thread, 0);
    }

    @Override
    public void preempted(long timeNs, int cpu, int thread, int preempted) {
        metrics.preempted(timeNs, cpu, thread, preempted);
        event(TraceEvent.Kind.PREEMPT, timeNs, cpu, thread, preempted);
    }

    @Override
    public void threadAdded(String name) {
        names.add(name);
        metrics.threadAdded();
    }

    @Override
    public void threadCreated(long timeNs, int cpu, int thread) {
        event(TraceEvent.Kind.NEW_THREAD, timeNs, cpu, thread, 0);
    }

    @Override
    public void threadDied(long timeNs, int cpu, int thread) {
        event(TraceEvent.Kind.DEAD_THREAD, timeNs, cpu, thread, 0);
    }

    @Override
    public void started(long timeNs, int cpu, int thread) {
        metrics.started(timeNs, thread);
        event(TraceEvent.Kind.START, timeNs, cpu, thread, 0);
    }

    @Override
    public void ended(long timeNs, int cpu, int thread) {
        metrics.ended(timeNs, thread);
        event(TraceEvent.Kind.END, timeNs, cpu, thread, 0);
    }

    @Override
    public void ipiSent(long timeNs, int cpu, int target, IpiFunction function, int thread) {
        metrics.ipiSent(cpu);
        event(TraceEvent.Kind.IPI_SEND, timeNs, cpu, thread, TraceDetail.ipi(target, function));
    }

    @Override
    public void ipiReceived(long timeNs, int cpu, int source, IpiFunction function, int thread) {
        metrics.ipiReceived(cpu);
        event(TraceEvent.Kind.IPI_RECEIVE, timeNs, cpu, thread, TraceDetail.ipi(source, function));
    }

    @Override
    public void ticked(long timeNs, int cpu, int thread) {
        metrics.ticked(cpu);
        event(TraceEvent.Kind.TICK, timeNs, cpu, thread, 0);
    }

    @Override
    public void interrupted(long timeNs, int cpu, int thread, int script, boolean stray) {
        metrics.fired(timeNs, script);
        metrics.interrupted(cpu, stray);
        event(TraceEvent.Kind.INTERRUPT, timeNs, cpu, thread, stray ? TraceDetail.STRAY : 0);
    }

    @Override
    public void scripted(long timeNs, int script) {
        metrics.fired(timeNs, script);
    }

    @Override
    public void faulted(long timeNs, int cpu, int thread, FaultKind kind, int number, int fault) {
        if (fault >= 0) {
            metrics.faulted(timeNs, fault);
        }
        event(TraceEvent.Kind.FAULT, timeNs, cpu, thread, TraceDetail.fault(TraceFaults.of(kind), number));
    }

    @Override
    public void pended(long timeNs, int cpu, int thread, InterruptKind kind) {
        event(TraceEvent.Kind.PEND, timeNs, cpu, thread, TraceDetail.pended(kind));
    }

    @Override
    public void slept(long timeNs, int cpu, int thread, int resource) {
        event(TraceEvent.Kind.SLEEP, timeNs, cpu, thread, TraceDetail.resource(resource));
    }

    @Override
    public void tokenAwaited(long timeNs, int cpu, int thread, int resource) {
        event(TraceEvent.Kind.TOKEN_WAIT, timeNs, cpu, thread, TraceDetail.resource(resource));
    }

    @Override
    public void summoned(long timeNs, int cpu, int thread) {
        event(TraceEvent.Kind.SCHEDULE_CALL, timeNs, cpu, thread, 0);
    }

    @Override
    public void wokeUp(long timeNs, int cpu, int thread, int resource) {
        event(TraceEvent.Kind.WAKEUP_CALL, timeNs, cpu, thread, TraceDetail.resource(resource));
    }

    @Override
    public void timedOut(long timeNs, int cpu, int thread) {
        event(TraceEvent.Kind.TIMEOUT, timeNs, cpu, thread, 0);
    }

    @Override
    public void marked(long timeNs, int cpu, int thread, String name) {
        digest.event(TraceEvent.Kind.MARK, timeNs, cpu, thread, TraceDigest.ofText(name));
        keep(TraceEvent.Kind.MARK, timeNs, cpu, thread, names.markNumber(name));
    }

    @Override
    public void woken(long timeNs, int cpu, int thread) {
        event(TraceEvent.Kind.WAKEUP, timeNs, cpu, thread, 0);
    }

    @Override
    public void printed(long timeNs, int cpu, int thread, String text) {
        digest.event(TraceEvent.Kind.KPRINTF, timeNs, cpu, thread, TraceDigest.ofText(text));
        // Without a trace nobody reads the text, and a kernel that prints without end must not fill the memory.
        boolean kept = recorder != null && !recorder.isOverLimit();
        keep(TraceEvent.Kind.KPRINTF, timeNs, cpu, thread, kept ? texts.add(text) : TraceTexts.NONE);
    }

    @Override
    public void panicked(long timeNs, int cpu, int thread, String text) {
        digest.event(TraceEvent.Kind.PANIC, timeNs, cpu, thread, TraceDigest.ofText(text));
        keep(TraceEvent.Kind.PANIC, timeNs, cpu, thread, texts.add(text));
    }

    @Override
    public void failed(long timeNs, int cpu, int thread, String text) {
        digest.event(TraceEvent.Kind.ERROR, timeNs, cpu, thread, TraceDigest.ofText(text));
        keep(TraceEvent.Kind.ERROR, timeNs, cpu, thread, texts.add(text));
    }

    @Override
    public void madeRunnable(long timeNs, int thread) {
        metrics.madeRunnable(timeNs, thread);
        evaluators.signal(Signal.MADE_RUNNABLE, timeNs, NO_CPU, thread, NO_RESOURCE);
    }

    @Override
    public void resumed(long timeNs, int cpu, int thread) {
        metrics.resumed(timeNs, thread);
        evaluators.signal(Signal.RESUMED, timeNs, cpu, thread, NO_RESOURCE);
    }

    @Override
    public void turnOver(long timeNs, int cpu, int thread) {
        evaluators.signal(Signal.TURN_OVER, timeNs, cpu, thread, NO_RESOURCE);
    }

    @Override
    public boolean hearsTokens() {
        return evaluators.hears(Signal.TOKEN_REFUSED)
                || evaluators.hears(Signal.TOKEN_TAKEN)
                || evaluators.hears(Signal.TOKEN_DROPPED);
    }

    @Override
    public void tokenRefused(long timeNs, int cpu, int thread, int resource) {
        evaluators.signal(Signal.TOKEN_REFUSED, timeNs, cpu, thread, resource);
    }

    @Override
    public void tokenTaken(long timeNs, int cpu, int thread, int resource) {
        evaluators.signal(Signal.TOKEN_TAKEN, timeNs, cpu, thread, resource);
    }

    @Override
    public void tokenDropped(long timeNs, int cpu, int thread, int resource) {
        evaluators.signal(Signal.TOKEN_DROPPED, timeNs, cpu, thread, resource);
    }

    @Override
    public boolean hearsInstants() {
        return stopsWhenDecided || evaluators.looksAtInstants();
    }

    @Override
    public boolean instantOver(long timeNs, long nextNs, ToLongFunction<Expr> state) {
        evaluators.instantOver(timeNs, nextNs, state);
        return stopsWhenDecided && evaluators.areDecided(timeNs);
    }

    @Override
    public String exhausted() {
        return events > eventsMost || recorder != null && recorder.isOverLimit() ? overText : null;
    }
}
