// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;

import java.util.Random;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.ProgramBuilder;

/** Scenarios by chance, for tests of what holds for all of them. */
final class AnyScenario {
    /** Lets none of them run for long. */
    static final Budget BUDGET = new Budget(20_000, 2_000, 20_000);

    private AnyScenario() {}

    /** A scenario whose every choice comes from the seed; most of them misuse the kernel sooner or later. */
    static Scenario of(long seed) {
        Random random = new Random(seed);
        int cpus = 1 + random.nextInt(4);
        int threads = 1 + random.nextInt(6);
        ScenarioBuilder scenario = ScenarioBuilder.scenario("any " + seed)
                .machine(MachineSpec.DEFAULT
                        .withCpus(cpus)
                        .withHz(random.nextBoolean() ? 100 : 1024)
                        .withIpiLatency(random.nextInt(3) * US)
                        .withHorizon((1 + random.nextInt(60)) * MS));
        for (int thread = 0; thread < threads; thread++) {
            int cpu = random.nextInt(cpus + 1) - 1;
            int priority = random.nextInt(32);
            if (thread % 3 == 1) {
                scenario.interruptThread(
                        "t" + thread,
                        cpu,
                        priority,
                        body -> body.forever(turn -> {
                            turn.awaitInterrupt();
                            statements(turn, random, threads, cpus, 2);
                        }));
                scenario.interruptEvery(
                        "t" + thread,
                        random.nextInt(cpus + 1) - 1,
                        random.nextInt(3) * MS,
                        random.nextInt(20) * MS,
                        50 * MS);
            } else {
                scenario.thread("t" + thread, cpu, priority, body -> statements(body, random, threads, cpus, 3));
            }
        }
        scenario.resource(ResourceSpec.of("c", ResourceSpec.Kind.CHANNEL));
        AnyEvents.add(scenario, new Random(seed), "c", threads, cpus);
        AnyExpectations.add(scenario, new Random(seed), threads, cpus);
        return scenario.build();
    }

    private static void statements(ProgramBuilder body, Random random, int threads, int cpus, int depth) {
        for (int count = random.nextInt(6); count >= 0; count--) {
            statement(body, random, threads, cpus, depth);
        }
    }

    private static void statement(ProgramBuilder body, Random random, int threads, int cpus, int depth) {
        switch (random.nextInt(depth > 0 ? 14 : 11)) {
            case 0, 1, 2 -> body.run(random.nextInt(5 * (int) MS));
            case 3, 4 -> body.yieldThread();
            case 5 -> body.yieldQuick();
            case 6 -> body.schedule(random.nextInt(threads));
            case 7 -> body.migrateCpu(random.nextInt(cpus));
            case 8 -> body.setPrioritySelf(random.nextInt(32));
            case 9 -> rarely(body, random, threads);
            case 10 -> body.run(0);
            case 11 -> body.repeat(random.nextInt(20), turn -> statements(turn, random, threads, cpus, depth - 1));
            case 12 -> body.critical(section -> statements(section, random, threads, cpus, depth - 1));
            default -> body.forever(turn -> statements(turn, random, threads, cpus, depth - 1));
        }
    }

    private static void rarely(ProgramBuilder body, Random random, int threads) {
        switch (random.nextInt(4)) {
            case 0 -> body.deschedule(random.nextInt(threads));
            case 1 -> body.switchThread();
            case 2 -> body.awaitInterrupt();
            default -> body.exit();
        }
    }
}
