// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.HashMap;
import java.util.Map;
import org.lwkt.runtime.kernel.ThreadPriority;
import org.lwkt.runtime.machine.FaultKind;
import org.lwkt.runtime.machine.FaultSpec;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.machine.Occasion;
import org.lwkt.runtime.trace.TraceNames;

/** The consistency that a machine relies on. The language's validator says the same in the user's words, earlier. */
final class ScenarioChecks {
    private final Scenario scenario;
    private final Map<String, ThreadSpec> threads = new HashMap<>();
    private final ExpectationChecks conditions;

    private ScenarioChecks(Scenario scenario) {
        this.scenario = scenario;
        conditions = new ExpectationChecks(scenario);
    }

    /** @throws IllegalArgumentException where the scenario names what it does not declare, or leaves a range */
    static void check(Scenario scenario) {
        new ScenarioChecks(scenario).run();
    }

    /** @throws IllegalArgumentException also where a machine cannot run what is declared */
    static void checkRunnable(Scenario scenario) {
        check(scenario);
        ResourceChecks.check(scenario);
        ProgramChecks programs = new ProgramChecks(scenario, true);
        for (ThreadSpec thread : scenario.threads()) {
            programs.checkBody(thread.body());
            UserModeChecks.check(thread.body(), thread.kind() == ThreadSpec.Kind.USER);
        }
    }

    private void run() {
        scenario.threads().forEach(this::checkThread);
        ProgramChecks programs = new ProgramChecks(scenario, false);
        scenario.threads().forEach(thread -> programs.checkBody(thread.body()));
        scenario.events().forEach(this::checkEvent);
        scenario.faults().forEach(this::checkFault);
        for (MachineSpec.PairLatency pair : scenario.machine().ipiLatencies()) {
            requireCpu("IPI latency", pair.source());
            requireCpu("IPI latency", pair.target());
        }
        conditions.run();
    }

    private void checkThread(ThreadSpec thread) {
        String name = thread.name();
        require(thread.count() >= 0, "thread " + name + ": an array of " + thread.count() + " elements");
        require(
                thread.priority() >= 0 && thread.priority() <= ThreadPriority.MAX,
                "priority must be 0.." + ThreadPriority.MAX + ": priority=" + thread.priority());
        require(
                thread.nice() >= ThreadSpec.NICE_MIN && thread.nice() <= ThreadSpec.NICE_MAX,
                "thread " + name + ": nice must be -20..20: nice=" + thread.nice());
        ProgramChecks.checkExpression(thread.cpu(), "thread " + name);
        for (int index = 0; index < thread.threads(); index++) {
            String element = thread.nameOf(index);
            require(threads.put(element, thread) == null, "two threads are called " + element);
            require(!TraceNames.isOfKernel(element), "a thread of the kernel is called " + element);
            long cpu = cpu(thread, index);
            require(
                    cpu >= ThreadSpec.ANY_CPU && cpu < scenario.machine().cpus(),
                    "thread " + element + ": the machine has no cpu " + cpu);
        }
    }

    private static long cpu(ThreadSpec thread, int index) {
        try {
            return KnownValue.of(thread.cpu(), index);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "thread " + thread.nameOf(index) + ": cpu: " + unknown.getMessage(), unknown);
        }
    }

    private void checkEvent(EventSpec event) {
        String what = event.kind() + " " + event.subject();
        if (event.cpu() != ThreadSpec.ANY_CPU) {
            requireCpu(what, event.cpu());
        }
        switch (event.kind()) {
            case INTERRUPT -> {
                requireThread(event.subject());
                require(
                        threads.get(event.subject()).kind() == ThreadSpec.Kind.INTERRUPT,
                        event.subject() + " is not an interrupt thread");
                require(
                        threads.get(event.subject()).start() != ThreadSpec.Start.TEMPLATE,
                        event.subject() + " is a pattern, and no thread");
            }
            case START -> {
                requireThread(event.subject());
                require(
                        threads.get(event.subject()).start() == ThreadSpec.Start.NOSTART
                                && threads.get(event.subject()).kind() != ThreadSpec.Kind.INTERRUPT,
                        event.subject() + " is no thread that waits to be started");
                require(event.cpu() == ThreadSpec.ANY_CPU, what + ": a thread starts at its own CPU");
            }
            case WAKEUP, WAKEUP_ONE -> {
                requireCpu(what, event.cpu());
                conditions.checkChannel(event.subject());
            }
            case SPURIOUS_INTERRUPT, STOP_CPU, RESTART_CPU -> requireCpu(what, event.cpu());
        }
        if (event.occasion() instanceof Occasion.When when) {
            conditions.checkConditions(when.conditions(), event.position().toString());
        }
    }

    private void checkFault(FaultSpec fault) {
        if (fault.source() != FaultSpec.ANY_CPU) {
            requireCpu("fault " + fault.kind(), fault.source());
        }
        if (fault.target() != FaultSpec.ANY_CPU || fault.kind() == FaultKind.CPU_SLOW) {
            requireCpu("fault " + fault.kind(), fault.target());
        }
    }

    private void requireCpu(String what, int cpu) {
        require(cpu >= 0 && cpu < scenario.machine().cpus(), what.strip() + ": the machine has no cpu " + cpu);
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
