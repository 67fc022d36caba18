// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.HashMap;
import java.util.Map;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.trace.TraceNames;

/** The consistency that a machine relies on. The language's validator says the same in the user's words, earlier. */
final class ScenarioChecks {
    private final Scenario scenario;
    private final Map<String, ThreadSpec> threads = new HashMap<>();

    private ScenarioChecks(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @throws IllegalArgumentException where the scenario names what it does not declare, or leaves a range */
    static void check(Scenario scenario) {
        new ScenarioChecks(scenario).run();
    }

    private void run() {
        for (ThreadSpec thread : scenario.threads()) {
            require(threads.put(thread.name(), thread) == null, "two threads are called " + thread.name());
            require(!TraceNames.isIdle(thread.name()), "an idle thread is called " + thread.name());
            require(
                    !(thread.cpu() instanceof Expr.Constant cpu)
                            || cpu.value() >= ThreadSpec.ANY_CPU
                                    && cpu.value() < scenario.machine().cpus(),
                    "thread " + thread.name() + ": the machine has no cpu " + thread.cpu());
            require(
                    thread.priority() >= 0 && thread.priority() <= ThreadPriority.MAX,
                    "priority must be 0.." + ThreadPriority.MAX + ": priority=" + thread.priority());
        }
        scenario.threads().forEach(thread -> checkBody(thread.body()));
        scenario.events().forEach(this::checkEvent);
        scenario.expectations().forEach(this::checkExpectation);
    }

    private void checkBody(Program body) {
        for (int pc = 0; pc < body.size(); pc++) {
            Opcode opcode = body.opcode(pc);
            for (int index = 0; index < opcode.operands().size(); index++) {
                if (body.argument(pc, index) instanceof Expr.Constant constant) {
                    require(
                            isInRange(opcode.operands().get(index), constant.value()),
                            body.position(pc) + ": operand of " + opcode + " is out of range: " + constant.value());
                }
            }
        }
    }

    private boolean isInRange(Operand operand, long value) {
        return switch (operand) {
            case THREAD -> value >= 0 && value < scenario.threadCount();
            case CPU -> value >= 0 && value < scenario.machine().cpus();
            case PRIORITY -> value >= 0 && value <= ThreadPriority.MAX;
            case TIME, TIMEOUT -> value >= 0;
            default -> true;
        };
    }

    private void checkEvent(EventSpec event) {
        requireThread(event.thread());
        require(
                threads.get(event.thread()).kind() == ThreadSpec.Kind.INTERRUPT,
                event.thread() + " is not an interrupt thread");
        require(
                event.cpu() >= ThreadSpec.ANY_CPU
                        && event.cpu() < scenario.machine().cpus(),
                "interrupt " + event.thread() + ": the machine has no cpu " + event.cpu());
    }

    private void checkExpectation(Expectation expectation) {
        switch (expectation) {
            case Expectation.Preempts preempts -> {
                requireThread(preempts.preemptor());
                requireThread(preempts.preempted());
            }
            case Expectation.Before before -> {
                checkMoment(before.earlier());
                checkMoment(before.later());
            }
            case Expectation.BeforeTime before -> checkMoment(before.moment());
            case Expectation.Total total -> checkMeasure(total.measure());
            case Expectation.Panics panics -> {}
            case Expectation.LostWakeup lost -> requireThread(lost.thread());
            case Expectation.Ends ends -> {}
        }
    }

    private void checkMoment(Moment moment) {
        switch (moment) {
            case Moment.Start start -> requireThread(start.thread());
            case Moment.End end -> requireThread(end.thread());
            case Moment.Panic panic -> {}
        }
    }

    private void checkMeasure(Measure measure) {
        switch (measure) {
            case Measure.CpuTime time -> requireThread(time.thread());
            case Measure.SwitchesToThread switches -> requireThread(switches.thread());
            case Measure.SwitchesOfCpu switches ->
                require(
                        switches.cpu() >= 0
                                && switches.cpu() < scenario.machine().cpus(),
                        "the machine has no cpu " + switches.cpu());
        }
    }

    private void requireThread(String name) {
        require(threads.containsKey(name), "no thread is called " + name);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
