// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.trace.TraceEvent;

/** Threads that are created while the machine runs. */
class CreateTest {
    private static ScenarioBuilder scenario(int cpus) {
        return ScenarioBuilder.scenario("create", "create.lwkt", 1, 1).machine(machine(cpus, S));
    }

    @Test
    void aThreadOfThisCpuRunsWhenItsCreatorGivesWay() {
        Result result = run(scenario(1)
                .thread("maker", 0, KERN_DAEMON, it -> {
                    int child = it.local();
                    it.run(MS)
                            .callInto(child, Opcode.CREATE, Expr.constant(1), Expr.ZERO)
                            .log("{}", Expr.local(child))
                            .run(MS);
                })
                .thread(ThreadSpec.kernel("child").template(), it -> it.run(3 * MS)));
        // Two declared threads, then the idle thread.
        assertEquals("1ms cpu0 KPRINTF maker 3\n", Runs.trace(result, TraceEvent.Kind.KPRINTF));
        assertEquals(
                "1ms cpu0 NEW_THREAD child#1\n2ms cpu0 START child#1\n5ms cpu0 END child#1\n",
                Runs.trace(result, TraceEvent.Kind.NEW_THREAD)
                        + result.trace().stream()
                                .filter(it -> it.thread().equals("child#1"))
                                .filter(it -> it.kind() == TraceEvent.Kind.START || it.kind() == TraceEvent.Kind.END)
                                .map(it -> it.timeNs() / MS + "ms cpu" + it.cpu() + " " + it.kind() + " child#1\n")
                                .reduce("", String::concat));
        assertEquals(3 * MS, thread(result, "child#1").cpuTimeNs());
    }

    @Test
    void aThreadOfAnotherCpuComesThereByIpi() {
        Result result = run(scenario(2)
                .thread(
                        "maker",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.CREATE, 1, 1).call(Opcode.CREATE, 1, 1))
                .thread(ThreadSpec.kernel("child").template(), it -> it.run(MS)));
        assertEquals(2_000, thread(result, "child#1").startNs());
        assertEquals(MS + 2_000, thread(result, "child#2").startNs());
        assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
    }

    @Test
    void aUserThreadForksAnother() {
        Result result = run(scenario(1)
                .thread(
                        ThreadSpec.user("parent"),
                        it -> it.run(MS)
                                .call(Opcode.USERENTER)
                                .call(Opcode.CREATE, 1, 0)
                                .call(Opcode.USEREXIT)
                                .run(10 * MS))
                .thread(ThreadSpec.user("child").template(), it -> it.run(5 * MS)));
        assertEquals(5 * MS, thread(result, "child#1").cpuTimeNs());
        assertEquals(
                RunEnd.Reason.QUIESCENT, result.end().reason(), result.end().toString());
    }

    @Test
    void aThreadOfPatternsWithoutStartWaitsToBeScheduled() {
        Result result = run(scenario(1)
                .thread("maker", 0, KERN_DAEMON, it -> {
                    int child = it.local();
                    it.callInto(child, Opcode.CREATE, Expr.constant(1), Expr.ZERO)
                            .run(MS)
                            .call(Opcode.SCHEDULE, Expr.local(child));
                })
                .thread(ThreadSpec.kernel("child").nostart(), it -> it.run(MS)));
        assertEquals(MS, thread(result, "child#1").startNs());
        assertEquals(-1, thread(result, "child").startNs());
    }

    @Test
    void anInterruptThreadIsNotCreatedWhileTheMachineRuns() {
        Result result = run(scenario(1)
                .thread("maker", 0, KERN_DAEMON, it -> it.at(4, 5).call(Opcode.CREATE, 1, 0))
                .thread(ThreadSpec.interrupt("nic"), it -> it.forever(turn -> turn.call(Opcode.WAIT))));
        assertEquals(RunEnd.Reason.ERROR, result.end().reason());
        assertEquals("create.lwkt:4:5", result.end().position().toString());
    }

    @Test
    void whatWasCreatedComesAgainAfterASnapshot() {
        Scenario scenario = scenario(2)
                .thread(
                        "maker",
                        0,
                        KERN_DAEMON,
                        it -> it.repeat(
                                5, turn -> turn.call(Opcode.CREATE, 1, 1).run(MS)))
                .thread(ThreadSpec.kernel("child").template(), it -> it.run(2 * MS))
                .build();
        Session session = Runner.of(scenario).start();
        session.runTo(2 * MS);
        var snapshot = session.snapshot();
        session.run();
        Result first = session.result();
        session.restore(snapshot);
        session.run();
        assertEquals(first.digest(), session.result().digest());
        assertEquals(
                first.threads().stream().map(ThreadMetrics::name).toList(),
                session.result().threads().stream().map(ThreadMetrics::name).toList());
    }
}
