// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Builds a {@link Scenario} in source order. {@link #at} gives the place of the declaration that follows. Names are
 * checked by {@link #build}: a name that no thread has is an {@link IllegalArgumentException} that says so.
 */
public final class ScenarioBuilder {
    private final String file;
    private final String name;
    private final List<ResourceSpec> resources = new ArrayList<>();
    private final List<ThreadSpec> threads = new ArrayList<>();
    private final List<EventSpec> events = new ArrayList<>();
    private final List<FaultSpec> faults = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final SourcePosition declared;
    private SourcePosition position = SourcePosition.NONE;
    private MachineSpec machine = MachineSpec.DEFAULT;
    private Budget budget = Budget.DEFAULT;

    private ScenarioBuilder(String file, String name, SourcePosition declared) {
        this.file = file;
        this.name = name;
        this.declared = declared;
    }

    /** A scenario without a source file. */
    public static ScenarioBuilder scenario(String name) {
        return new ScenarioBuilder("", name, SourcePosition.NONE);
    }

    /** A scenario that is declared at a place of {@code file}. */
    public static ScenarioBuilder scenario(String name, String file, int line, int column) {
        return new ScenarioBuilder(file, name, new SourcePosition(file, line, column));
    }

    public ScenarioBuilder machine(MachineSpec spec) {
        machine = spec;
        return this;
    }

    /** One of the limits of a run is another, at the place of the declaration. */
    public ScenarioBuilder budget(Budget.Limit limit, long most) {
        budget = budget.with(limit, most, position);
        return this;
    }

    /** The place of the next declaration. */
    public ScenarioBuilder at(int line, int column) {
        position = new SourcePosition(file, line, column);
        return this;
    }

    /** The place of the next declaration, perhaps in another file. */
    public ScenarioBuilder at(SourcePosition place) {
        position = place;
        return this;
    }

    /** A thread or an array of threads; the body stands at the place of the declaration until it says otherwise. */
    public ScenarioBuilder thread(ThreadSpec thread, Consumer<ProgramBuilder> body) {
        ProgramBuilder program = new ProgramBuilder(file);
        program.at(position);
        body.accept(program);
        threads.add(thread.withBody(program.build(), position));
        return this;
    }

    public ScenarioBuilder thread(String threadName, int cpu, int priority, Consumer<ProgramBuilder> body) {
        return thread(ThreadSpec.kernel(threadName).onCpu(cpu).atPriority(priority), body);
    }

    public ScenarioBuilder interruptThread(String threadName, int cpu, int priority, Consumer<ProgramBuilder> body) {
        return thread(ThreadSpec.interrupt(threadName).onCpu(cpu).atPriority(priority), body);
    }

    /** Something that bodies wait on, lock or send. */
    public ScenarioBuilder resource(ResourceSpec resource) {
        resources.add(resource.at(position));
        return this;
    }

    /** {@code at T interrupt NAME [on cpu C]}. */
    public ScenarioBuilder interruptAt(String thread, int cpu, long timeNs) {
        return event(EventSpec.interrupt(thread).onCpu(cpu).at(timeNs));
    }

    /** {@code every P from A until B interrupt NAME [on cpu C]}. */
    public ScenarioBuilder interruptEvery(String thread, int cpu, long periodNs, long fromNs, long untilNs) {
        return interruptEvery(thread, cpu, periodNs, fromNs, untilNs, 0);
    }

    /** As {@link #interruptEvery(String, int, long, long, long)}; each comes up to {@code jitterNs} later than it is due. */
    public ScenarioBuilder interruptEvery(
            String thread, int cpu, long periodNs, long fromNs, long untilNs, long jitterNs) {
        return event(EventSpec.interrupt(thread).onCpu(cpu).every(periodNs, fromNs, untilNs, jitterNs));
    }

    /** The CPU gets the IPI that stops it: it takes IPI messages and runs no thread until it is restarted. */
    public ScenarioBuilder stopCpuAt(int cpu, long timeNs) {
        return event(EventSpec.stopCpu(cpu).at(timeNs));
    }

    public ScenarioBuilder restartCpuAt(int cpu, long timeNs) {
        return event(EventSpec.restartCpu(cpu).at(timeNs));
    }

    /** An interrupt that nobody raised and nobody handles. */
    public ScenarioBuilder spuriousInterruptAt(int cpu, long timeNs) {
        return event(EventSpec.spuriousInterrupt(cpu).at(timeNs));
    }

    /** Something happens. */
    public ScenarioBuilder event(EventSpec event) {
        events.add(event.declaredAt(position));
        return this;
    }

    /** Something goes wrong. */
    public ScenarioBuilder fault(FaultSpec fault) {
        faults.add(fault.at(position));
        return this;
    }

    public ScenarioBuilder expectPreempts(String preemptor, String preempted, String text) {
        return expect(new Expectation.Preempts(preemptor, preempted, position, text));
    }

    public ScenarioBuilder expectBefore(Moment earlier, Moment later, String text) {
        return expect(new Expectation.Before(earlier, later, position, text));
    }

    public ScenarioBuilder expectBefore(Moment moment, long limitNs, String text) {
        return expect(new Expectation.BeforeTime(moment, limitNs, position, text));
    }

    /** A measured value over the whole run. */
    public ScenarioBuilder expectTotal(Measure measure, Bounds bounds, String text) {
        return expectTotal(measure, Interval.RUN, bounds, text);
    }

    /** As {@link #expectTotal(Measure, Bounds, String)}, in a part of the run. */
    public ScenarioBuilder expectTotal(Measure measure, Interval interval, Bounds bounds, String text) {
        return expect(new Expectation.Total(measure, interval, bounds, position, text));
    }

    /** @param conditions expressions over the state of the machine; one for each element of an array */
    public ScenarioBuilder expectAlways(List<Expr> conditions, String text) {
        return expect(new Expectation.Always(conditions, position, text));
    }

    public ScenarioBuilder expectNever(List<Expr> conditions, String text) {
        return expect(new Expectation.Never(conditions, position, text));
    }

    /** @param withinNs the last instant that counts; {@code Long.MAX_VALUE}: in the run */
    public ScenarioBuilder expectEventually(List<Expr> conditions, long withinNs, String text) {
        return expect(new Expectation.Eventually(conditions, withinNs, position, text));
    }

    public ScenarioBuilder expectAt(long timeNs, List<Expr> conditions, String text) {
        return expect(new Expectation.At(timeNs, conditions, position, text));
    }

    /** @param message a part of the panic's text; empty for any panic */
    public ScenarioBuilder expectPanic(String message, String text) {
        return expect(new Expectation.Panics(message, position, text));
    }

    public ScenarioBuilder expectLostWakeup(String thread, String text) {
        return expect(new Expectation.LostWakeup(thread, position, text));
    }

    public ScenarioBuilder expectEnds(Ending ending, String text) {
        return expect(new Expectation.Ends(ending, position, text));
    }

    /** An expectation that has its place already. */
    public ScenarioBuilder expect(Expectation expectation) {
        expectations.add(expectation);
        return this;
    }

    public Scenario build() {
        Scenario scenario =
                new Scenario(name, machine, budget, resources, threads, events, faults, expectations, declared);
        ScenarioChecks.check(scenario);
        return scenario;
    }
}
