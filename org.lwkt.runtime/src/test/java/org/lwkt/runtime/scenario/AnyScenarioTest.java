// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.trace.TraceEvent;

/** What holds for every scenario, sensible or not. */
class AnyScenarioTest {
    private static final Budget BUDGET = new Budget(20_000, 2_000, 20_000);

    /** A scenario whose every choice comes from the seed; most of them misuse the kernel sooner or later. */
    private static Scenario scenario(long seed) {
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

    @Property(seed = "1", tries = 2_000)
    void runsToAResultThatIsConsistentAndTheSameAgain(@ForAll long seed) {
        Scenario scenario = scenario(seed);
        Result result = Runner.of(scenario).budget(BUDGET).run();
        Result again = Runner.of(scenario).budget(BUDGET).recordTrace(false).run();

        boolean traceFull = result.end().detail().endsWith("trace events");
        if (!traceFull) {
            assertEquals(result.digest(), again.digest());
            assertEquals(result.end(), again.end());
        }
        assertTrue(result.end().timeNs() <= scenario.machine().horizonNs());
        assertEquals(
                result.threads().stream().mapToLong(ThreadMetrics::cpuTimeNs).sum(),
                result.cpus().stream().mapToLong(CpuMetrics::busyNs).sum());
        long timeNs = 0;
        for (TraceEvent event : result.trace()) {
            assertTrue(event.timeNs() >= timeNs, "time went back at " + event);
            timeNs = event.timeNs();
        }
        assertTrue(timeNs <= result.end().timeNs());
    }
}
