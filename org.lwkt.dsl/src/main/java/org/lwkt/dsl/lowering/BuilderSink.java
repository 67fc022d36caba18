// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.function.Consumer;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.MachineSpec;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.ThreadSpec;
import org.lwkt.runtime.source.SourcePosition;

/** Builds the scenario in memory. */
final class BuilderSink implements ScenarioSink {
    private final ScenarioBuilder scenario;

    BuilderSink(ScenarioBuilder scenario) {
        this.scenario = scenario;
    }

    @Override
    public void machine(MachineSpec machine) {
        scenario.machine(machine);
    }

    @Override
    public void thread(ThreadHead head, Consumer<BodySink> body) {
        at(head.position());
        Consumer<ProgramBuilder> program = it -> body.accept(new ProgramSink(it));
        if (head.kind() == ThreadSpec.Kind.INTERRUPT) {
            scenario.interruptThread(head.name(), head.cpu(), head.priority(), program);
        } else {
            scenario.thread(head.name(), head.cpu(), head.priority(), program);
        }
    }

    @Override
    public void event(EventSpec event) {
        at(event.position());
        if (event.periodNs() == 0) {
            scenario.interruptAt(event.thread(), event.cpu(), event.firstNs());
        } else {
            scenario.interruptEvery(event.thread(), event.cpu(), event.periodNs(), event.firstNs(), event.untilNs());
        }
    }

    @Override
    public void expect(Expectation expectation) {
        at(expectation.position());
        String text = expectation.text();
        switch (expectation) {
            case Expectation.Preempts it -> scenario.expectPreempts(it.preemptor(), it.preempted(), text);
            case Expectation.Before it -> scenario.expectBefore(it.earlier(), it.later(), text);
            case Expectation.BeforeTime it -> scenario.expectBefore(it.moment(), it.limitNs(), text);
            case Expectation.Total it -> scenario.expectTotal(it.measure(), it.bounds(), text);
            case Expectation.Panics it -> scenario.expectPanic(it.message(), text);
            case Expectation.Ends it -> scenario.expectEnds(it.ending(), text);
        }
    }

    private void at(SourcePosition position) {
        scenario.at(position.line(), position.column());
    }
}
