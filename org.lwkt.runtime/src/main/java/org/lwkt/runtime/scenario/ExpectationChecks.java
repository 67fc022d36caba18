// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Question;

/** Expectations, and what the script waits for, name what exists, and ask what can be answered. */
final class ExpectationChecks {
    /** Nobody in particular asks. */
    private static final Set<Question> OF_WHO_ASKS = EnumSet.of(Question.NOW, Question.CPU, Question.SELF);

    private final Scenario scenario;
    private final ProgramChecks programs;
    private final DeclaredNames<ThreadSpec> threads = new DeclaredNames<>(ThreadSpec::threads, ThreadSpec::nameOf);
    private final DeclaredNames<ResourceSpec> resources =
            new DeclaredNames<>(ResourceSpec::resources, ResourceSpec::nameOf);
    private final Set<String> marks;

    ExpectationChecks(Scenario scenario) {
        this.scenario = scenario;
        programs = new ProgramChecks(scenario, true);
        scenario.threads().forEach(it -> threads.add(it.name(), it));
        scenario.resources().forEach(it -> resources.add(it.name(), it));
        marks = new HashSet<>(Marks.of(scenario));
    }

    /** @throws IllegalArgumentException where the scenario names what it does not declare, or leaves a range */
    void run() {
        scenario.expectations().forEach(this::check);
    }

    private void check(Expectation expectation) {
        switch (expectation) {
            case Expectation.Preempts preempts -> {
                requireThread(preempts.preemptor());
                requireThread(preempts.preempted());
            }
            case Expectation.Before before -> {
                check(before.earlier());
                check(before.later());
            }
            case Expectation.BeforeTime before -> check(before.moment());
            case Expectation.Total total -> check(total.measure());
            case Expectation.Always always -> check(always.conditions(), always);
            case Expectation.Never never -> check(never.conditions(), never);
            case Expectation.Eventually eventually -> check(eventually.conditions(), eventually);
            case Expectation.At at -> check(at.conditions(), at);
            case Expectation.Panics panics -> {}
            case Expectation.LostWakeup lost -> requireThread(lost.thread());
            case Expectation.Ends ends -> {}
        }
    }

    /** A channel, and not an array of them. */
    void checkChannel(String name) {
        requireResource(name, EnumSet.of(ResourceSpec.Kind.CHANNEL));
        ResourceSpec found = resources.find(name).orElseThrow();
        require(found.count() == ThreadSpec.SINGLE || !found.name().equals(name), name + " is an array");
    }

    private void check(Moment moment) {
        switch (moment) {
            case Moment.Start start -> requireThread(start.thread());
            case Moment.End end -> requireThread(end.thread());
            case Moment.Migrate migrate -> requireThread(migrate.thread());
            case Moment.Wakeup wakeup -> requireResource(wakeup.channel(), EnumSet.of(ResourceSpec.Kind.CHANNEL));
            case Moment.Mark mark -> require(marks.contains(mark.name()), "no mark is called " + mark.name());
            case Moment.Panic panic -> {}
        }
    }

    private void check(Measure measure) {
        switch (measure) {
            case Measure.CpuTime it -> requireThread(it.thread());
            case Measure.SwitchesToThread it -> requireThread(it.thread());
            case Measure.Latency it -> requireThread(it.thread());
            case Measure.Response it -> requireThread(it.thread());
            case Measure.Fairness it -> requireThread(it.threads());
            case Measure.SwitchesOfCpu it -> requireCpu(it.cpu());
            case Measure.Interrupts it -> requireCpu(it.cpu());
            case Measure.Runnable it -> requireCpu(it.cpu());
            case Measure.Utilisation it -> requireCpu(it.cpu());
            case Measure.Ipis it -> {
                requireAnyCpu(it.source());
                requireAnyCpu(it.target());
            }
            case Measure.Contention it -> requireToken(it.token());
            case Measure.Hold it -> requireToken(it.token());
        }
    }

    private void check(List<Expr> conditions, Expectation expectation) {
        require(!conditions.isEmpty(), expectation.position() + ": an expectation without a condition");
        checkConditions(conditions, expectation.position().toString());
    }

    /** Conditions over the state of the machine that are declared at that place. */
    void checkConditions(List<Expr> conditions, String place) {
        for (Expr condition : conditions) {
            ProgramChecks.checkExpression(condition, place);
            check(condition, place);
        }
    }

    private void check(Expr condition, String place) {
        switch (condition) {
            case Expr.Constant it -> {}
            case Expr.Negated it -> check(it.operand(), place);
            case Expr.Not it -> check(it.operand(), place);
            case Expr.Element it -> check(it.index(), place);
            case Expr.Binary it -> {
                check(it.left(), place);
                check(it.right(), place);
            }
            case Expr.Ask it -> {
                require(!OF_WHO_ASKS.contains(it.question()), place + ": nobody is asked for " + it.question());
                it.arguments().forEach(argument -> check(argument, place));
                programs.checkAnswerable(it, place);
            }
            case Expr.Index it -> throw notInCondition(place, "a place in an array");
            case Expr.Local it -> throw notInCondition(place, "a local variable");
            case Expr.Draw it -> throw notInCondition(place, "a random number");
            case Expr.Pick it -> throw notInCondition(place, "a random number");
        }
    }

    private static IllegalArgumentException notInCondition(String place, String what) {
        return new IllegalArgumentException(place + ": " + what + " cannot stand in a condition");
    }

    private void requireThread(String name) {
        ThreadSpec found =
                threads.find(name).orElseThrow(() -> new IllegalArgumentException("no thread is called " + name));
        require(found.start() != ThreadSpec.Start.TEMPLATE, name + " is a pattern, and no thread");
    }

    private void requireToken(String name) {
        requireResource(name, EnumSet.of(ResourceSpec.Kind.TOKEN, ResourceSpec.Kind.POOL_TOKEN));
    }

    private void requireResource(String name, Set<ResourceSpec.Kind> kinds) {
        ResourceSpec found =
                resources.find(name).orElseThrow(() -> new IllegalArgumentException("no resource is called " + name));
        require(kinds.contains(found.kind()), name + " is of another kind");
    }

    private void requireAnyCpu(int cpu) {
        if (cpu != Measure.ANY_CPU) {
            requireCpu(cpu);
        }
    }

    private void requireCpu(int cpu) {
        require(cpu >= 0 && cpu < scenario.machine().cpus(), "the machine has no cpu " + cpu);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
