// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.cpuTime;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.trace.TraceEvent;

/** User threads on a machine: who has the CPU in user mode, and what system calls, sleeps and signals change. */
class UserThreadsTest {
    private static final int RXRING = 0;
    private static final int EINTR = 4;
    private static final int SIGUSR1 = 30;
    private static final int SIGINT = 2;

    private static ScenarioBuilder scenario(int cpus, long horizonNs) {
        return ScenarioBuilder.scenario("user", "user.lwkt", 1, 1)
                .machine(machine(cpus, horizonNs))
                .resource(ResourceSpec.of("rxring", ResourceSpec.Kind.CHANNEL));
    }

    private static void computes(ProgramBuilder body) {
        body.forever(it -> it.run(3 * MS));
    }

    private static Consumer<ProgramBuilder> syscall(Consumer<ProgramBuilder> inside) {
        return body -> {
            body.call(Opcode.USERENTER);
            inside.accept(body);
            body.call(Opcode.USEREXIT);
        };
    }

    private static ProgramBuilder tsleep(ProgramBuilder body, int error, int flags, long timeoutNs) {
        return body.callInto(
                error, Opcode.TSLEEP, Expr.constant(RXRING), Expr.constant(flags), Expr.constant(timeoutNs));
    }

    private static String printed(Result result) {
        return result.trace().stream()
                .filter(it -> it.kind() == TraceEvent.Kind.KPRINTF)
                .map(it -> it.timeNs() / MS + "ms " + it.detail())
                .collect(Collectors.joining("; "));
    }

    private static double share(Result result, String name) {
        return (double) thread(result, name).cpuTimeNs() / result.end().timeNs();
    }

    @Test
    void twoThatComputeShareACpuEvenlyWithoutEverCallingTheKernel() {
        Result result = run(scenario(1, 10 * S)
                .thread(ThreadSpec.user("a"), UserThreadsTest::computes)
                .thread(ThreadSpec.user("b"), UserThreadsTest::computes));
        assertEquals(RunEnd.Reason.HORIZON, result.end().reason(), result.end().toString());
        assertEquals(0.5, share(result, "a"), 0.06);
        assertEquals(0.5, share(result, "b"), 0.06);
        assertTrue(
                thread(result, "a").switches() > 10,
                "turns: " + thread(result, "a").switches());
    }

    @Test
    void aNiceOneLeavesMostOfTheCpuToTheOther() {
        Result result = run(scenario(1, 20 * S)
                .thread(ThreadSpec.user("a"), UserThreadsTest::computes)
                .thread(ThreadSpec.user("b").withNice(20), UserThreadsTest::computes));
        assertTrue(share(result, "a") > 0.6, "share of a: " + share(result, "a"));
        assertTrue(share(result, "b") > 0.01, "share of b: " + share(result, "b"));
    }

    @Test
    void threeShareTwoCpus() {
        Result result =
                run(scenario(2, 20 * S).thread(ThreadSpec.user("w").times(3).onAnyCpu(), UserThreadsTest::computes));
        for (String name : new String[] {"w[0]", "w[1]", "w[2]"}) {
            assertEquals(0.667, share(result, name), 0.1, name);
        }
    }

    @Test
    void oneThatIsBoundToACpuStaysThere() {
        Result result = run(scenario(2, S)
                .thread(ThreadSpec.user("a").onCpu(1), UserThreadsTest::computes)
                .thread(ThreadSpec.user("b").onCpu(1), UserThreadsTest::computes));
        assertEquals(0, result.cpus().get(0).busyNs() / MS);
        assertEquals(0.5, share(result, "a"), 0.1);
    }

    @Test
    void aKernelThreadThatWakesUpTakesTheCpuAtTheTick() {
        Result result = run(scenario(1, S)
                .thread(ThreadSpec.user("a"), UserThreadsTest::computes)
                .thread(
                        "k",
                        0,
                        KERN_DAEMON,
                        it -> it.forever(turn ->
                                turn.call(Opcode.TSLEEP, RXRING, 0, 50 * MS).run(10 * MS))));
        assertEquals("160ms", cpuTime(result, "k"));
    }

    @Test
    void aSystemCallSleepsUntilItsTimeIsUpAndAnswers() {
        Result result = run(scenario(1, S).thread(ThreadSpec.user("shell").withNice(5), it -> {
            int error = it.local();
            it.run(2 * MS);
            syscall(inside -> tsleep(inside, error, 0, 50 * MS).log("error {}", Expr.local(error)))
                    .accept(it);
            it.run(2 * MS);
        }));
        assertEquals("50ms error 35", printed(result));
        assertEquals(
                RunEnd.Reason.QUIESCENT, result.end().reason(), result.end().toString());
        assertEquals("4ms", cpuTime(result, "shell"));
    }

    @Test
    void aWakeupEndsTheSleepOfAUserThreadOnAnotherCpu() {
        Result result = run(scenario(2, S)
                .thread(
                        ThreadSpec.user("reader").onCpu(1),
                        syscall(it -> it.call(Opcode.TSLEEP, RXRING, 0, 0).log("awake")))
                .thread("writer", 0, KERN_DAEMON, it -> it.run(5 * MS).call(Opcode.WAKEUP, RXRING)));
        assertEquals("5ms awake", printed(result));
    }

    @Test
    void aSignalEndsASleepThatCatchesSignalsAndNoOther() {
        for (boolean remote : new boolean[] {false, true}) {
            Result result = run(scenario(2, S)
                    .thread(ThreadSpec.user("catches").onCpu(remote ? 1 : 0), it -> {
                        int error = it.local();
                        syscall(inside -> tsleep(inside, error, SleepQueue.PCATCH, 0)
                                        .log("error {}", Expr.local(error)))
                                .accept(it);
                    })
                    .thread(
                            ThreadSpec.user("sleeps").onCpu(remote ? 1 : 0).asDaemon(),
                            syscall(it -> it.call(Opcode.TSLEEP, RXRING, 0, 0).log("awake")))
                    .thread(
                            "k",
                            0,
                            KERN_DAEMON,
                            it -> it.call(Opcode.TSLEEP, RXRING, 0, 10 * MS)
                                    .call(Opcode.SIGNAL, 1, SIGINT)
                                    .call(Opcode.SIGNAL, 0, SIGUSR1)
                                    .call(Opcode.SIGNAL, 0, SIGINT)));
            assertEquals("10ms error " + EINTR, printed(result), "remote: " + remote);
        }
    }

    @Test
    void aSignalThatIsPendingIsTakenOnTheWayToUserMode() {
        Result result = run(scenario(1, S).thread(ThreadSpec.user("a"), it -> {
            int error = it.local();
            syscall(inside -> inside.call(Opcode.SIGNAL, 0, SIGINT)
                            .callInto(
                                    error,
                                    Opcode.TSLEEP,
                                    Expr.constant(RXRING),
                                    Expr.constant(SleepQueue.PCATCH),
                                    Expr.constant(10 * MS))
                            .log("error {}", Expr.local(error)))
                    .accept(it);
            syscall(inside -> tsleep(inside, error, SleepQueue.PCATCH, 10 * MS).log("error {}", Expr.local(error)))
                    .accept(it);
        }));
        assertEquals("0ms error 4; 10ms error 35", printed(result));
    }

    @Test
    void oneThatStartsLaterDoesNothingBefore() {
        Result result = run(scenario(1, S).thread(ThreadSpec.user("a").startingAt(100 * MS), it -> it.run(MS)));
        assertEquals(100 * MS, thread(result, "a").startNs());
        assertEquals(101 * MS, thread(result, "a").endNs());
    }

    @Test
    void oneThatSleepsALotGoesAheadOfOneThatComputes() {
        Result result = run(scenario(1, 10 * S)
                .thread(ThreadSpec.user("hog"), UserThreadsTest::computes)
                .thread(
                        ThreadSpec.user("editor"),
                        it -> it.forever(turn -> {
                            syscall(inside -> inside.call(Opcode.TSLEEP, RXRING, 0, 100 * MS))
                                    .accept(turn);
                            turn.run(MS);
                        })));
        assertTrue(
                thread(result, "editor").latencyMaxNs() <= 30 * MS,
                "waits " + thread(result, "editor").latencyMaxNs());
    }

    @Test
    void aSystemCallThatLeavesACriticalSectionOpenPanics() {
        Result result = run(scenario(1, S).thread(ThreadSpec.user("a"), syscall(it -> it.call(Opcode.CRIT_ENTER))));
        assertEquals(RunEnd.Reason.PANIC, result.end().reason());
        assertEquals(
                "syscall2: syscall: critical section count mismatch! 0/6",
                result.end().detail());
    }

    @Test
    void aSystemCallThatKeepsATokenPanics() {
        Result result = run(scenario(1, S)
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                .thread(ThreadSpec.user("a"), syscall(it -> it.call(Opcode.GETTOKEN, 1))));
        assertEquals(RunEnd.Reason.PANIC, result.end().reason());
        assertEquals(
                "syscall2: syscall: 1 extra tokens held after trap!",
                result.end().detail());
    }

    /** With a spin lock held nobody yields, so that the request to reschedule is never met. */
    @Test
    void aKernelThatGoesRoundInACircleIsStopped() {
        Result result = run(scenario(1, S)
                .machine(machine(1, S).withInvariants(false))
                .resource(ResourceSpec.of("rq", ResourceSpec.Kind.SPINLOCK))
                .thread(ThreadSpec.user("a"), it -> {
                    syscall(inside -> inside.call(Opcode.SPIN_LOCK, 1).call(Opcode.CRIT_EXIT))
                            .accept(it);
                    it.run(100 * MS);
                })
                .thread(
                        "k",
                        0,
                        KERN_DAEMON,
                        it -> it.call(Opcode.TSLEEP, RXRING, 0, 20 * MS).run(MS)));
        assertEquals(RunEnd.Reason.BUDGET, result.end().reason(), result.end().toString());
        assertTrue(
                result.end().detail().startsWith("more than 1000000 switches"),
                result.end().detail());
    }

    @Test
    void aKernelCallInUserModeIsRefused() {
        Scenario scenario = scenario(1, S)
                .at(3, 1)
                .thread(
                        ThreadSpec.user("a"),
                        it -> it.at(4, 5)
                                .whileTrue(
                                        Expr.binary(Expr.ZERO, BinaryOperator.EQUAL, Expr.ZERO),
                                        turn -> turn.at(5, 9).yieldThread()))
                .build();
        assertEquals(
                "user.lwkt:5:9: lwkt_yield in user mode: it needs a system call",
                assertThrows(IllegalArgumentException.class, () -> Runner.of(scenario))
                        .getMessage());
    }

    @Test
    void onlyAUserThreadMakesSystemCalls() {
        Scenario scenario = scenario(1, S)
                .thread("k", 0, KERN_DAEMON, it -> it.at(4, 5).call(Opcode.USERENTER))
                .build();
        assertEquals(
                "user.lwkt:4:5: only a user thread makes system calls",
                assertThrows(IllegalArgumentException.class, () -> Runner.of(scenario))
                        .getMessage());
    }
}
