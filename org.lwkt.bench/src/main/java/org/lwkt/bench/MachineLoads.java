// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.scenario.Budget;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.Runner;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.Session;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Runs without end, in virtual time, for whole machines; hz 100, no trace. */
final class MachineLoads {
    private static final long US = 1_000;
    private static final long MS = 1_000_000;
    private static final Budget ENDLESS = Budget.DEFAULT.withSteps(Long.MAX_VALUE);

    private MachineLoads() {}

    /** Equal threads that take turns at each tick: as many switches in a second as {@code cpus * 100}, if there are more threads. */
    static Session turns(int cpus, int threads) {
        return session(scenario(cpus)
                .thread(
                        ThreadSpec.kernel("w").times(threads).onAnyCpu(),
                        it -> it.forever(turn -> turn.run(10 * MS).yieldThread()))
                .build());
    }

    /** One thread on each of four CPUs that wants the same token half of the time. */
    static Session tokens() {
        ScenarioBuilder scenario = scenario(4).resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN));
        for (int cpu = 0; cpu < 4; cpu++) {
            scenario.thread(
                    ThreadSpec.kernel("t" + cpu).onCpu(cpu),
                    it -> it.forever(turn -> turn.call(Opcode.GETTOKEN, 0)
                            .run(US)
                            .call(Opcode.RELTOKEN, 0)
                            .run(US)));
        }
        return session(scenario.build());
    }

    /** Two pairs of threads on four CPUs that schedule each other by IPI: four messages in a microsecond. */
    static Session ipis() {
        ScenarioBuilder scenario = scenario(4);
        for (int cpu = 0; cpu < 4; cpu++) {
            int peer = cpu ^ 1;
            scenario.thread(
                    ThreadSpec.kernel("t" + cpu).onCpu(cpu),
                    it -> it.forever(turn ->
                            turn.schedule(peer).call(Opcode.DESCHEDULE_SELF).switchThread()));
        }
        return session(scenario.build());
    }

    /** On each of four CPUs an interrupt every 10 us that preempts a thread which computes. */
    static Session interrupts() {
        ScenarioBuilder scenario = scenario(4);
        for (int cpu = 0; cpu < 4; cpu++) {
            scenario.thread(ThreadSpec.kernel("t" + cpu).onCpu(cpu), it -> it.forever(turn -> turn.run(10 * MS)));
        }
        for (int cpu = 0; cpu < 4; cpu++) {
            String name = "nic" + cpu;
            scenario.thread(
                    ThreadSpec.interrupt(name).onCpu(cpu),
                    it -> it.forever(turn -> turn.call(Opcode.WAIT).run(US)));
            scenario.interruptEvery(name, cpu, 10 * US, 10 * US, Long.MAX_VALUE);
        }
        return session(scenario.build());
    }

    private static ScenarioBuilder scenario(int cpus) {
        return ScenarioBuilder.scenario("load")
                .machine(MachineSpec.DEFAULT.withCpus(cpus).withIpiLatency(US).withHorizon(Long.MAX_VALUE));
    }

    private static Session session(Scenario scenario) {
        return Runner.of(scenario).recordTrace(false).budget(ENDLESS).start();
    }
}
