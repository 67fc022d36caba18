// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.trace.TraceEvent;

/** Kernel calls as programs see them: what they answer, who waits, and what ends a run. */
class KernelCallsTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final Expr ZERO = Expr.ZERO;

    private static ScenarioBuilder scenario(int cpus, ResourceSpec.Kind... kinds) {
        ScenarioBuilder scenario =
                ScenarioBuilder.scenario("calls", "calls.lwkt", 1, 1).machine(machine(cpus, S));
        for (ResourceSpec.Kind kind : kinds) {
            scenario.resource(ResourceSpec.of(kind.name(), kind));
        }
        return scenario;
    }

    private static ScenarioBuilder one(Consumer<ProgramBuilder> body, ResourceSpec.Kind... kinds) {
        return scenario(1, kinds).thread("a", 0, KERN_DAEMON, body);
    }

    /** What was printed, a line each, with its time. */
    private static String printed(Result result) {
        return result.trace().stream()
                .filter(it -> it.kind() == TraceEvent.Kind.KPRINTF)
                .map(it -> it.timeNs() / US + "us " + it.detail())
                .collect(Collectors.joining("; "));
    }

    private static Expr add(Expr left, long right) {
        return Expr.binary(left, BinaryOperator.ADD, Expr.constant(right));
    }

    private static void assertError(String text, Consumer<ProgramBuilder> body, ResourceSpec.Kind... kinds) {
        Result result = run(one(body, kinds));
        assertEquals(RunEnd.Reason.ERROR, result.end().reason(), result.end().toString());
        assertTrue(result.end().detail().contains(text), result.end().detail());
        assertEquals(7, result.end().position().line());
    }

    private static void assertPanic(String text, ScenarioBuilder scenario) {
        Result result = run(scenario);
        assertEquals(RunEnd.Reason.PANIC, result.end().reason(), result.end().toString());
        assertTrue(result.end().detail().contains(text), result.end().detail());
    }

    @Test
    void variablesKeepWhatExpressionsCome() {
        Result result = run(one(body -> {
            int turns = body.local();
            body.whileTrue(
                    Expr.binary(Expr.local(turns), BinaryOperator.LESS, Expr.constant(3)),
                    turn -> turn.run(MS).set(turns, add(Expr.local(turns), 1)));
            body.log("turns {} at {}", Expr.local(turns), Expr.ask(Question.NOW));
        }));
        assertEquals("3000us turns 3 at 3000000", printed(result));
    }

    @Test
    void whatHasNoValueEndsTheRunAtItsLine() {
        Expr most = Expr.constant(Long.MAX_VALUE);
        assertError("overflow", body -> body.at(7, 1).run(add(most, 1)));
        assertError("overflow", body -> body.at(7, 1).run(Expr.binary(most, BinaryOperator.MULTIPLY, most)));
        assertError("division by zero", body -> body.at(7, 1).run(Expr.binary(most, BinaryOperator.DIVIDE, ZERO)));
        assertError("no such time: -1", body -> body.at(7, 1).run(add(ZERO, -1)));
        assertError("no such cpu: 5", body -> body.at(7, 1).call(Opcode.MIGRATE, add(ZERO, 5)));
        assertError("no such thread: 1", body -> body.at(7, 1).call(Opcode.SCHEDULE, add(ZERO, 1)));
        assertError("lwkt_schedule: the thread is none", body -> body.at(7, 1).call(Opcode.SCHEDULE, add(ZERO, -1)));
        assertError(
                "lwkt_replymsg: the message is none",
                body -> body.at(7, 1).call(Opcode.REPLYMSG, add(ZERO, -1), ZERO),
                ResourceSpec.Kind.MESSAGE);
        assertError(
                "no element w[-1]: w has 1 element",
                body -> body.at(7, 1).call(Opcode.SCHEDULE, Expr.element(0, 1, add(ZERO, -1), "w")));
        assertError(
                "no such token: 0",
                body -> body.at(7, 1).call(Opcode.GETTOKEN, add(ZERO, 0)),
                ResourceSpec.Kind.CHANNEL);
    }

    @Test
    void anAssertionThatIsFalsePanicsWithItsText() {
        assertPanic(
                "lost one",
                one(body -> body.assertTrue(Expr.constant(1), "fine").assertTrue(ZERO, "lost one")));
    }

    @Test
    void marksAreMoments() {
        Result result = run(one(body -> body.run(MS).mark("half").run(MS).mark("whole"))
                .expectBefore(new Moment.Mark("half"), new Moment.Mark("whole"), "mark half before mark whole")
                .expectBefore(new Moment.Mark("whole"), 2 * MS, "mark whole before 2ms"));
        assertTrue(result.expectations().get(0).held());
        assertTrue(!result.expectations().get(1).held());
        assertThrows(
                IllegalArgumentException.class,
                () -> one(body -> {})
                        .expectBefore(new Moment.Mark("no"), MS, "no")
                        .build());
    }

    @Test
    void aTokenKeepsOthersOutUntilItIsReleased() {
        Result result = run(scenario(2, ResourceSpec.Kind.TOKEN)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.GETTOKEN, 0).run(MS).call(Opcode.RELTOKEN, 0))
                .thread("b", 1, KERN_DAEMON, body -> {
                    int held = body.local();
                    body.run(10 * US)
                            .callInto(held, Opcode.TRYTOKEN, ZERO)
                            .log("try {}", Expr.local(held))
                            .call(Opcode.GETTOKEN, 0)
                            .log("held {}", Expr.ask(Question.HOLDS, Expr.constant(B), ZERO))
                            .call(Opcode.RELTOKEN, 0);
                }));
        assertEquals("10us try 0; 1000us held 1", printed(result));
        assertEquals(
                1,
                result.trace().stream()
                        .filter(it -> it.kind() == TraceEvent.Kind.TOKEN_WAIT
                                && it.detail().equals("TOKEN"))
                        .count());
    }

    @Test
    void aSleepIsOverAtTheTickInWhichItsTimeIsUp() {
        Result result = run(one(
                body -> {
                    int error = body.local();
                    body.run(MS)
                            .callInto(error, Opcode.TSLEEP, ZERO, ZERO, Expr.constant(15 * MS))
                            .log("error {}", Expr.local(error));
                },
                ResourceSpec.Kind.CHANNEL));
        // 15 ms are 2 ticks of 10 ms, of which the first one comes after 9 ms.
        assertEquals("20000us error 35", printed(result));
        assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
    }

    @Test
    void aWakeupEndsASleepBeforeItsTimeIsUp() {
        Result result = run(scenario(2, ResourceSpec.Kind.CHANNEL)
                .thread("a", 0, KERN_DAEMON, body -> {
                    int error = body.local();
                    body.callInto(error, Opcode.TSLEEP, ZERO, ZERO, Expr.constant(500 * MS))
                            .log("error {}", Expr.local(error));
                })
                .thread(
                        "b",
                        1,
                        KERN_DAEMON,
                        body -> body.run(3 * MS)
                                .log("sleepers {}", Expr.ask(Question.SLEEPERS, ZERO))
                                .call(Opcode.WAKEUP, 0)));
        assertEquals("3000us sleepers 1; 3002us error 0", printed(result));
        assertEquals(3002 * US, result.end().timeNs());
    }

    @Test
    void sleepsThatEndAtOneTickEndInTheOrderInWhichTheyBegan() {
        ScenarioBuilder scenario = scenario(1, ResourceSpec.Kind.CHANNEL);
        for (int thread = 0; thread < 3; thread++) {
            scenario.thread(
                    "t" + thread,
                    0,
                    KERN_DAEMON,
                    body -> body.call(Opcode.TSLEEP, 0, 0, MS).log("{}", Expr.ask(Question.SELF)));
        }
        assertEquals("10000us 0; 10000us 1; 10000us 2", printed(run(scenario)));
    }

    @Test
    void aSpinLockKeepsTheOtherCpuBusy() {
        Result result = run(scenario(2, ResourceSpec.Kind.SPINLOCK)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.SPIN_LOCK, 0).run(MS).call(Opcode.SPIN_UNLOCK, 0))
                .thread("b", 1, KERN_DAEMON, body -> {
                    int held = body.local();
                    body.run(US)
                            .callInto(held, Opcode.SPIN_TRYLOCK, ZERO)
                            .log("try {} held by a {}", Expr.local(held), Expr.ask(Question.HOLDS, ZERO, ZERO))
                            .call(Opcode.SPIN_LOCK, 0)
                            .log("got")
                            .call(Opcode.SPIN_UNLOCK, 0);
                }));
        assertEquals("1us try 0 held by a 1; 1000us got", printed(result));
    }

    @Test
    void aSwitchUnderASpinLockPanics() {
        assertPanic(
                "spinlock",
                one(body -> body.call(Opcode.SPIN_LOCK, 0).call(Opcode.SWITCH), ResourceSpec.Kind.SPINLOCK));
    }

    @Test
    void serializersAnswerAndWait() {
        Result result = run(scenario(2, ResourceSpec.Kind.SERIALIZER)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.SERIALIZE_ENTER, 0).run(MS).call(Opcode.SERIALIZE_EXIT, 0))
                .thread("b", 1, KERN_DAEMON, body -> {
                    int held = body.local();
                    body.run(US)
                            .callInto(held, Opcode.SERIALIZE_TRY, ZERO)
                            .log("try {}", Expr.local(held))
                            .call(Opcode.SERIALIZE_ENTER, 0)
                            .log("in {}", Expr.ask(Question.HOLDS, Expr.constant(B), ZERO));
                }));
        assertEquals("1us try 0; 1002us in 1", printed(result));
    }

    @Test
    void aSerializerRunsItsHandlerUnlessHandlersAreDisabled() {
        Result result = run(one(
                body -> body.callWith(it -> it.log("handled"), Opcode.SERIALIZE_HANDLER_CALL, ZERO)
                        .call(Opcode.SERIALIZE_HANDLER_DISABLE, 0)
                        .callWith(it -> it.log("never"), Opcode.SERIALIZE_HANDLER_CALL, ZERO)
                        .log("done"),
                ResourceSpec.Kind.SERIALIZER));
        assertEquals("0us handled; 0us done", printed(result));
    }

    @Test
    void aLockIsSharedOrExclusive() {
        Result result = run(one(
                body -> {
                    int error = body.local();
                    body.call(Opcode.LOCKMGR, 0, LockFlag.SHARED, 0)
                            .callInto(error, Opcode.LOCKMGR, ZERO, Expr.constant(LockFlag.RELEASE), ZERO)
                            .log("held {} error {}", Expr.ask(Question.HELD, ZERO), Expr.local(error))
                            .call(Opcode.LOCKMGR, 0, LockFlag.EXCLUSIVE, 0)
                            .log("held {}", Expr.ask(Question.HOLDS, ZERO, ZERO));
                },
                ResourceSpec.Kind.LOCK));
        assertEquals("0us held 0 error 0; 0us held 1", printed(result));
    }

    @Test
    void aLockRequestGivesUpWhenItsTimeIsUp() {
        Result result = run(scenario(2, ResourceSpec.Kind.LOCK)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.LOCKMGR, 0, LockFlag.EXCLUSIVE, 0)
                                .run(90 * MS))
                .thread("b", 1, KERN_DAEMON, body -> {
                    int error = body.local();
                    Expr flags = Expr.constant(LockFlag.EXCLUSIVE | LockFlag.TIMELOCK);
                    body.run(US)
                            .callInto(error, Opcode.LOCKMGR, ZERO, flags, Expr.constant(20 * MS))
                            .log("error {}", Expr.local(error));
                }));
        assertEquals("20000us error 35", printed(result));
    }

    @Test
    void anIpiRunsItsHandlerOnTheOtherCpu() {
        Result result = run(scenario(2, ResourceSpec.Kind.CHANNEL)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.run(MS)
                                .callWith(
                                        it -> it.log("on cpu {}", Expr.ask(Question.CPU))
                                                .call(Opcode.WAKEUP, 0),
                                        Opcode.SEND_IPIQ,
                                        Expr.constant(1)))
                .thread(
                        "b",
                        1,
                        KERN_DAEMON,
                        body -> body.call(Opcode.TSLEEP, 0, 0, 0).log("awake")));
        assertEquals("1002us on cpu 1; 1002us awake", printed(result));
    }

    @Test
    void aHandlerThatSleepsInAnInterruptPanics() {
        ScenarioBuilder scenario = scenario(2, ResourceSpec.Kind.CHANNEL)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.callWith(
                                it -> it.at(9, 3).call(Opcode.TSLEEP, 0, 0, 0), Opcode.SEND_IPIQ, Expr.constant(1)))
                .thread("b", 1, KERN_DAEMON, body -> body.run(MS));
        Result result = run(scenario);
        assertEquals(RunEnd.Reason.PANIC, result.end().reason());
        assertEquals(9, result.end().position().line());
    }

    /** What it is given is what it was when it was sent, however late it runs; on a copy of its own. */
    @Test
    void aHandlerBeginsWithTheValuesThatItIsGiven() {
        ScenarioBuilder scenario = scenario(2)
                .thread("a", 0, KERN_DAEMON, body -> {
                    int turn = body.local();
                    body.whileTrue(
                            Expr.binary(Expr.local(turn), BinaryOperator.LESS, Expr.constant(2)),
                            it -> it.callWith(
                                            handler -> {
                                                int first = handler.local();
                                                int second = handler.local();
                                                int own = handler.local();
                                                handler.log(
                                                                "{} {} {}",
                                                                Expr.local(first),
                                                                Expr.local(second),
                                                                Expr.local(own))
                                                        .set(first, Expr.constant(9))
                                                        .set(own, Expr.constant(9));
                                            },
                                            Opcode.SEND_IPIQ,
                                            Expr.constant(1),
                                            Expr.local(turn),
                                            add(Expr.local(turn), 5))
                                    .set(turn, add(Expr.local(turn), 1)));
                })
                .thread("b", 1, KERN_DAEMON, body -> body.run(MS));
        assertEquals("2us 0 5 0; 2us 1 6 0", printed(run(scenario)));
    }

    @Test
    void aHandlerHasAPlaceForEachValue() {
        assertThrows(
                IllegalArgumentException.class,
                () -> one(body -> body.callWith(it -> {}, Opcode.SEND_IPIQ, ZERO, ZERO)));
    }

    @Test
    void aSetOfCpusIsMadeWhileTheBodyRuns() {
        Expr set = Expr.ask(
                Question.CPU_SET,
                Expr.ask(Question.CPU_SET, Expr.constant(4), Expr.constant(2)),
                Expr.ask(Question.CPU));
        ScenarioBuilder scenario = scenario(3)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.log("{}", set)
                                .callWith(it -> it.log("cpu {}", Expr.ask(Question.CPU)), Opcode.CPUSYNC_SIMPLE, set));
        assertEquals("0us 5; 2us cpu 0; 2us cpu 2", printed(run(scenario)));
        assertError(
                "no such cpu: 1",
                body -> body.at(7, 1).log("{}", Expr.ask(Question.CPU_SET, ZERO, add(Expr.constant(1), 0))));
    }

    @Test
    void theOtherCpusAreAllButTheOneThatCalls() {
        ScenarioBuilder scenario = scenario(3)
                .thread(
                        "a",
                        1,
                        KERN_DAEMON,
                        body -> body.callWith(
                                it -> it.log("cpu {}", Expr.ask(Question.CPU)),
                                Opcode.SEND_IPIQ_MASK,
                                Expr.constant(Operand.OTHER_CPUS)));
        assertEquals("2us cpu 0; 2us cpu 2", printed(run(scenario)));
    }

    @Test
    void aCpusyncRunsItsFunctionOnAllCpus() {
        Result result = run(scenario(3, ResourceSpec.Kind.CPUSYNC)
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.callWith(
                                        it -> it.log("cpu {}", Expr.ask(Question.CPU)),
                                        Opcode.CPUSYNC_INTERLOCK,
                                        ZERO,
                                        Expr.constant(-1))
                                .call(Opcode.CPUSYNC_DEINTERLOCK, 0)
                                .log("done")));
        String printed = printed(result);
        for (int cpu = 0; cpu < 3; cpu++) {
            assertTrue(printed.contains("cpu " + cpu), printed);
        }
        assertTrue(printed.endsWith("done"), printed);
    }

    @Test
    void aMessageGoesToAPortAndComesBackWithItsError() {
        ScenarioBuilder scenario = scenario(2)
                .resource(ResourceSpec.of("msg", ResourceSpec.Kind.MESSAGE))
                .resource(ResourceSpec.of("port", ResourceSpec.Kind.THREAD_PORT).of(B))
                .thread("a", 0, KERN_DAEMON, body -> {
                    int error = body.local();
                    body.callInto(error, Opcode.DOMSG, Expr.constant(1), ZERO, ZERO)
                            .log("error {} done {}", Expr.local(error), Expr.ask(Question.DONE, ZERO));
                })
                .thread("b", 1, KERN_DAEMON, body -> {
                    int msg = body.local();
                    body.callInto(msg, Opcode.GETPORT, Expr.constant(1))
                            .log("empty {}", Expr.local(msg))
                            .callInto(msg, Opcode.WAITPORT, Expr.constant(1), ZERO)
                            .log("message {}", Expr.local(msg))
                            .run(MS)
                            .call(Opcode.REPLYMSG, Expr.local(msg), Expr.constant(5));
                });
        assertEquals("0us empty -1; 2us message 0; 1004us error 5 done 1", printed(run(scenario)));
    }

    /** As in the C source, a wait goes round and round then, and no time passes. */
    @Test
    void aWaitBeforeSleepingWorksEndsByItsBudget() {
        Result result = run(ScenarioBuilder.scenario("cold")
                .machine(machine(1, S).withSysctl("tsleep_works", 0))
                .resource(ResourceSpec.of("port", ResourceSpec.Kind.SPIN_PORT))
                .thread("t", 0, KERN_DAEMON, body -> body.call(Opcode.WAITPORT, 0, 0)));
        assertEquals(RunEnd.Reason.BUDGET, result.end().reason());
        assertTrue(
                result.end().detail().contains("in one kernel call"),
                result.end().detail());
    }

    @Test
    void thePortsOfAnArrayBelongToDifferentThreads() {
        ScenarioBuilder scenario = scenario(2)
                .resource(ResourceSpec.of("msg", ResourceSpec.Kind.MESSAGE).times(2))
                .resource(ResourceSpec.of("port", ResourceSpec.Kind.THREAD_PORT)
                        .times(2)
                        .of(Expr.element(1, 2, Expr.index(), "b")))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.run(MS).call(Opcode.SENDMSG, 3, 1).call(Opcode.SENDMSG, 2, 0))
                .thread(ThreadSpec.kernel("b").times(2).onCpu(1), body -> {
                    int msg = body.local();
                    Expr own = Expr.binary(Expr.constant(2), BinaryOperator.ADD, Expr.index());
                    body.callInto(msg, Opcode.WAITPORT, own, ZERO).log("{} got {}", Expr.index(), Expr.local(msg));
                });
        assertEquals("1002us 1 got 1; 1002us 0 got 0", printed(run(scenario)));
    }

    @Test
    void arraysOfThreadsKnowTheirPlaces() {
        Result result = run(scenario(4)
                .thread(
                        ThreadSpec.kernel("w").times(4).onCpu(Expr.index()).atPriority(KERN_DAEMON),
                        body -> body.log("{} on {}", Expr.index(), Expr.ask(Question.CPU))));
        assertEquals("0us 0 on 0; 0us 1 on 1; 0us 2 on 2; 0us 3 on 3", printed(result));
    }

    @Test
    void aThreadThatIsNotStartedRunsWhenItIsScheduled() {
        Result result = run(scenario(1)
                .thread(ThreadSpec.kernel("late").nostart(), body -> body.log("late"))
                .thread("b", 0, KERN_DAEMON, body -> body.run(MS).schedule(A).run(MS)));
        assertEquals("2000us late", printed(result));
    }

    @Test
    void whatABuilderUserGetsWrongIsSaidBeforeTheRun() {
        assertRefused(body -> body.call(Opcode.GETTOKEN, 0));
        assertRefused(body -> body.call(Opcode.GETTOKEN, 3));
        assertRefused(body -> body.run(Expr.local(0)));
        assertRefused(body -> body.run(Expr.ask(Question.PRIORITY)));
        assertRefused(body -> body.callWith(it -> it.awaitInterrupt(), Opcode.SEND_IPIQ, ZERO));
        Expr deep = ZERO;
        for (int level = 0; level < 10_000; level++) {
            deep = Expr.not(deep);
        }
        Expr deepest = deep;
        assertRefused(body -> body.run(deepest));
    }

    private static void assertRefused(Consumer<ProgramBuilder> body) {
        ScenarioBuilder scenario = one(it -> body.accept(it.at(7, 1)), ResourceSpec.Kind.CHANNEL);
        String message = assertThrows(IllegalArgumentException.class, () -> run(scenario))
                .getMessage();
        assertTrue(message.contains("calls.lwkt:7"), message);
    }
}
