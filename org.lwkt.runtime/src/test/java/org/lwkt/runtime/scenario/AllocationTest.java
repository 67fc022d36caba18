// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Question;

/** A run without a trace allocates when it is set up and when it is over, and not in between. */
class AllocationTest {
    /** Thousands of events at a byte each would be more; single growths of an array are less. */
    private static final long SLACK_BYTES = 16 * 1024;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long allocatedBytes(Scenario scenario) {
        Runner runner = Runner.of(scenario).recordTrace(false);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Result result = runner.run();
        long after = THREADS.getCurrentThreadAllocatedBytes();
        assertEquals(RunEnd.Reason.HORIZON, result.end().reason());
        return after - before;
    }

    private static void assertFlatInVirtualTime(LongFunction<ScenarioBuilder> scenario) {
        allocatedBytes(scenario.apply(S).build());
        long shortRun = allocatedBytes(scenario.apply(S).build());
        long longRun = allocatedBytes(scenario.apply(100 * S).build());
        assertTrue(longRun - shortRun < SLACK_BYTES, "1 s: " + shortRun + " bytes, 100 s: " + longRun + " bytes");
    }

    @Test
    void switchesAndTicksAllocateNothing() {
        assertFlatInVirtualTime(horizonNs -> {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("switches").machine(machine(4, horizonNs));
            for (int index = 0; index < 20; index++) {
                scenario.thread(
                        "t" + index,
                        index % 4,
                        KERN_DAEMON,
                        body -> body.forever(turn -> turn.run(10 * MS).yieldThread()));
            }
            return scenario.expectTotal(new Measure.SwitchesOfCpu(0), Bounds.atLeast(1), "switches(cpu 0) >= 1");
        });
    }

    @Test
    void interruptsAllocateNothing() {
        assertFlatInVirtualTime(horizonNs -> ScenarioBuilder.scenario("interrupts")
                .machine(machine(2, horizonNs))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.forever(
                                turn -> turn.critical(it -> it.run(MS)).run(MS)))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(50 * US)))
                .interruptEvery("nic", ANY, 7 * MS, MS, Long.MAX_VALUE)
                .interruptEvery("nic", 1, 9 * MS, MS, Long.MAX_VALUE));
    }

    @Test
    void wakeUpsAndMigrationsByIpiAllocateNothing() {
        assertFlatInVirtualTime(horizonNs -> ScenarioBuilder.scenario("ipis")
                .machine(machine(3, horizonNs))
                .thread(
                        "waker",
                        0,
                        KERN_DAEMON,
                        body -> body.forever(turn -> turn.run(3 * MS).schedule(1)))
                .thread(
                        "sleeper",
                        1,
                        KERN_DAEMON,
                        body -> body.forever(
                                turn -> turn.deschedule(1).switchThread().run(MS)))
                .thread(
                        "mover",
                        2,
                        KERN_DAEMON,
                        body -> body.forever(
                                turn -> turn.run(4 * MS).migrateCpu(1).run(MS).migrateCpu(2))));
    }

    @Test
    void expectationsAllocateNothing() {
        assertFlatInVirtualTime(horizonNs -> {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("expectations")
                    .machine(machine(2, horizonNs))
                    .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                    .thread(
                            ThreadSpec.kernel("w").times(2).onCpu(Expr.index()).atPriority(KERN_DAEMON),
                            body -> body.forever(turn -> turn.call(Opcode.GETTOKEN, 0)
                                    .run(2 * US)
                                    .call(Opcode.RELTOKEN, 0)
                                    .run(MS)))
                    .interruptThread(
                            "nic",
                            0,
                            INT_MED,
                            body -> body.forever(turn -> turn.awaitInterrupt().run(50 * US)))
                    .interruptEvery("nic", ANY, 7 * MS, MS, Long.MAX_VALUE)
                    .expectTotal(new Measure.CpuTime("w"), Bounds.atLeast(1), "a")
                    .expectTotal(new Measure.Fairness("w"), Bounds.atLeast(1), "b")
                    .expectTotal(new Measure.Utilisation(0), Bounds.atLeast(1), "c");
            for (Statistic statistic : new Statistic[] {Statistic.MAX, Statistic.MEAN}) {
                scenario.expectTotal(new Measure.Contention(statistic, "vm"), Bounds.atMost(S), "d")
                        .expectTotal(new Measure.Hold(statistic, "vm"), Bounds.atMost(S), "e");
            }
            // Percentiles need more room for longer times; these are as long as ever from the first on.
            scenario.expectTotal(new Measure.Latency(Statistic.P99, "nic"), Bounds.atMost(S), "f")
                    .expectTotal(new Measure.Response(Statistic.P99, "nic"), Bounds.atMost(S), "g");
            Expr few = Expr.binary(Expr.ask(Question.RUNNABLE, Expr.ZERO), BinaryOperator.AT_MOST, Expr.constant(9));
            return scenario.expectTotal(new Measure.Runnable(Statistic.MEAN, 0), Bounds.atLeast(1), "h")
                    .expectAlways(List.of(few), "i")
                    .expectNever(List.of(Expr.not(few)), "j");
        });
    }
}
