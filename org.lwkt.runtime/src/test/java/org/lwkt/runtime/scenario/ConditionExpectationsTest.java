// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Expected.assertResult;
import static org.lwkt.runtime.scenario.Expected.cutShort;
import static org.lwkt.runtime.scenario.Expected.only;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class ConditionExpectationsTest {
    private static final Expr PAGEOUT = Expr.constant(0);
    private static final Expr NIC = Expr.constant(1);
    private static final Expr SPARE = Expr.constant(2);
    private static final Expr VM = Expr.constant(0);
    private static final Expr RX = Expr.constant(1);

    /**
     * On one CPU pageout holds vm from 0 to 2 ms and runs until 5 ms, then spare until 7 ms. nic runs 20 us for its interrupt
     * at 4 ms, after which the times of the others are 20 us later. The run ends at 7.02 ms.
     */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("conditions")
                .machine(machine(1, 50 * MS))
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                .thread(
                        "pageout",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.GETTOKEN, 0)
                                .run(2 * MS)
                                .call(Opcode.RELTOKEN, 0)
                                .run(3 * MS))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(20 * US)))
                .thread("spare", 0, KERN_DAEMON, body -> body.run(2 * MS))
                .interruptAt("nic", ANY, 4 * MS);
    }

    private static Expr ask(Question question, Expr... arguments) {
        return Expr.ask(question, arguments);
    }

    private static Expr compare(Expr left, BinaryOperator operator, Expr right) {
        return Expr.binary(left, operator, right);
    }

    private static Expr current(Expr thread) {
        return compare(ask(Question.CURRENT, Expr.ZERO), BinaryOperator.EQUAL, thread);
    }

    private static Expr runnableAtMost(long most) {
        return compare(ask(Question.RUNNABLE, Expr.ZERO), BinaryOperator.AT_MOST, Expr.constant(most));
    }

    private static ExpectationResult always(Expr... conditions) {
        return only(scenario().expectAlways(List.of(conditions), "always"));
    }

    private static ExpectationResult never(Expr... conditions) {
        return only(scenario().expectNever(List.of(conditions), "never"));
    }

    private static ExpectationResult eventually(long withinNs, Expr... conditions) {
        return only(scenario().expectEventually(List.of(conditions), withinNs, "eventually"));
    }

    private static ExpectationResult at(long timeNs, Expr... conditions) {
        return only(scenario().expectAt(timeNs, List.of(conditions), "at"));
    }

    @Nested
    class Always {
        @Test
        void holdsAfterAllEventsOfEveryInstant() {
            // 0, 2, 4, 4.02, 5.02 and 7.02 ms.
            assertResult(Outcome.HELD, "so at 6 instants until 7.02ms", always(runnableAtMost(3)));
        }

        @Test
        void failsAtTheFirstInstantThatIsOtherwise() {
            ExpectationResult result = always(runnableAtMost(2));
            assertResult(Outcome.FAILED, "runnable(cpu 0) is 3", result);
            assertEquals(4 * MS, result.timeNs());
            assertEquals(0, result.cpu());
            assertEquals("nic", result.thread());
            assertEquals(
                    new TraceEvent(4 * MS, 0, Kind.PREEMPT, "nic", "pageout"),
                    result.evidence().stream()
                            .filter(it -> it.kind() == Kind.PREEMPT)
                            .findFirst()
                            .orElseThrow());
        }

        @Test
        void eachOfSeveralHolds() {
            assertEquals(
                    Outcome.HELD, always(runnableAtMost(3), runnableAtMost(4)).outcome());
            assertEquals(4 * MS, always(runnableAtMost(3), runnableAtMost(2)).timeNs());
        }

        @Test
        void aRunCutShortLeavesItUndecidedUnlessItFailed() {
            assertResult(
                    Outcome.UNDECIDED,
                    "so at 1 instants until 2ms",
                    only(cutShort(scenario().expectAlways(List.of(runnableAtMost(3)), "x"), 3)));
            assertEquals(
                    Outcome.FAILED,
                    only(cutShort(scenario().expectAlways(List.of(runnableAtMost(1)), "x"), 3))
                            .outcome());
        }

        @Test
        void whatHasNoValueFailsWithTheReason() {
            Expr noValue = compare(Expr.constant(1), BinaryOperator.DIVIDE, ask(Question.SLEEPERS, RX));
            assertResult(Outcome.FAILED, "division by zero: 1 / 0", always(noValue));
            assertResult(Outcome.FAILED, "division by zero: 1 / 0", never(noValue));
            assertResult(Outcome.FAILED, "division by zero: 1 / 0", at(MS, noValue));
            assertResult(Outcome.FAILED, "division by zero: 1 / 0", eventually(MS, noValue));
        }
    }

    @Nested
    class Never {
        @Test
        void holdsWhereNoInstantIsSo() {
            assertResult(Outcome.HELD, "so at 6 instants until 7.02ms", never(ask(Question.HOLDS, SPARE, VM)));
        }

        @Test
        void failsAtTheFirstInstantThatIsSo() {
            ExpectationResult result = never(current(SPARE));
            assertResult(Outcome.FAILED, "current(cpu 0) is spare", result);
            assertEquals(5_020 * US, result.timeNs());
            assertEquals("spare", result.thread());
        }

        @Test
        void noneOfSeveralIsSo() {
            assertResult(
                    Outcome.FAILED,
                    "holds(pageout, vm) is true",
                    never(ask(Question.HOLDS, SPARE, VM), ask(Question.HOLDS, PAGEOUT, VM)));
        }
    }

    @Nested
    class Eventually {
        @Test
        void holdsAtTheFirstInstantThatIsSo() {
            ExpectationResult result = eventually(6 * MS, current(SPARE));
            assertResult(Outcome.HELD, "at 5.02ms", result);
            assertEquals(5_020 * US, result.timeNs());
            assertResult(Outcome.HELD, "at 5.02ms", eventually(5_020 * US, current(SPARE)));
        }

        @Test
        void failsWhereItComesLater() {
            ExpectationResult result = eventually(5 * MS, current(SPARE));
            assertResult(Outcome.FAILED, "current(cpu 0) is pageout still at 5ms", result);
            assertEquals(5 * MS, result.timeNs());
        }

        @Test
        void failsWhereNothingCanMakeItSo() {
            assertResult(Outcome.FAILED, "never", eventually(20 * MS, ask(Question.HOLDS, SPARE, VM)));
            assertResult(Outcome.FAILED, "never", eventually(Long.MAX_VALUE, ask(Question.HOLDS, SPARE, VM)));
        }

        @Test
        void isUndecidedWhereTheHorizonComesFirst() {
            ScenarioBuilder early = scenario().machine(machine(1, 3 * MS));
            assertResult(
                    Outcome.UNDECIDED, "never", only(early.expectEventually(List.of(current(SPARE)), 20 * MS, "x")));
            ScenarioBuilder atHorizon = scenario().machine(machine(1, 3 * MS));
            assertResult(
                    Outcome.FAILED, "never", only(atHorizon.expectEventually(List.of(current(SPARE)), 3 * MS, "x")));
        }

        @Test
        void eachOfSeveralComesAtItsOwnInstant() {
            assertResult(Outcome.HELD, "at 5.02ms", eventually(6 * MS, current(SPARE), current(NIC), current(PAGEOUT)));
            assertResult(
                    Outcome.FAILED,
                    "current(cpu 0) is pageout still at 3ms, and 1 more never came true",
                    eventually(3 * MS, current(SPARE), current(NIC), current(PAGEOUT)));
            assertResult(
                    Outcome.FAILED,
                    "1 of 2 never",
                    eventually(20 * MS, current(SPARE), ask(Question.HOLDS, SPARE, VM)));
        }
    }

    @Nested
    class At {
        @Test
        void isAboutWhatIsSoAfterAllEventsUpToThatTime() {
            assertResult(Outcome.HELD, "current(cpu 0) is pageout", at(3 * MS, current(PAGEOUT)));
            assertResult(Outcome.HELD, "current(cpu 0) is nic", at(4 * MS, current(NIC)));
            assertResult(Outcome.HELD, "current(cpu 0) is nic", at(4_019_999, current(NIC)));
            assertResult(Outcome.FAILED, "current(cpu 0) is pageout", at(4_020 * US, current(NIC)));
            assertEquals(4_020 * US, at(4_020 * US, current(NIC)).timeNs());
        }

        @Test
        void isDecidedAtTheLastInstantAndUndecidedLater() {
            assertResult(Outcome.HELD, "current(cpu 0) is idle", at(7_020 * US, current(Expr.constant(-1))));
            assertResult(Outcome.UNDECIDED, "the run ended at 7.02ms", at(8 * MS, current(Expr.constant(-1))));
        }

        @Test
        void isUndecidedAtTheHorizon() {
            ScenarioBuilder early = scenario().machine(machine(1, 3 * MS));
            assertResult(
                    Outcome.UNDECIDED,
                    "the run ended at 3ms",
                    only(early.expectAt(3 * MS, List.of(current(PAGEOUT)), "x")));
            ScenarioBuilder before = scenario().machine(machine(1, 3 * MS));
            assertEquals(
                    Outcome.HELD,
                    only(before.expectAt(3 * MS - 1, List.of(current(PAGEOUT)), "x"))
                            .outcome());
        }

        @Test
        void eachOfSeveralHolds() {
            assertResult(
                    Outcome.FAILED,
                    "running(spare) is false",
                    at(MS, ask(Question.RUNNING, PAGEOUT), ask(Question.RUNNING, SPARE)));
        }
    }

    /** Each question at a time at which its answer is known. */
    @Nested
    class Questions {
        private void assertHolds(long timeNs, Expr condition) {
            ExpectationResult result = at(timeNs, condition);
            assertEquals(Outcome.HELD, result.outcome(), result.actual());
        }

        @Test
        void aboutTokens() {
            assertHolds(MS, ask(Question.HELD, VM));
            assertHolds(3 * MS, Expr.not(ask(Question.HELD, VM)));
            assertHolds(MS, ask(Question.HOLDS, PAGEOUT, VM));
            assertHolds(MS, compare(ask(Question.HOLDER, VM), BinaryOperator.EQUAL, PAGEOUT));
            assertResult(
                    Outcome.FAILED,
                    "holder(vm) is nobody",
                    at(3 * MS, compare(ask(Question.HOLDER, VM), BinaryOperator.EQUAL, PAGEOUT)));
        }

        @Test
        void aboutThreads() {
            assertHolds(MS, ask(Question.RUNNING, PAGEOUT));
            assertHolds(6 * MS, ask(Question.ENDED, PAGEOUT));
            assertHolds(MS, Expr.not(ask(Question.STARTED, SPARE)));
            assertHolds(6 * MS, ask(Question.ASLEEP, NIC));
            assertHolds(MS, compare(ask(Question.PRIORITY, NIC), BinaryOperator.EQUAL, Expr.constant(INT_MED)));
            assertHolds(MS, compare(ask(Question.CPU_OF, NIC), BinaryOperator.EQUAL, Expr.ZERO));
            // Was preempted and will go on.
            assertHolds(4_010 * US, ask(Question.RUNNING, PAGEOUT));
        }

        @Test
        void combined() {
            assertHolds(
                    MS,
                    compare(
                            ask(Question.RUNNING, SPARE),
                            BinaryOperator.OR,
                            compare(current(PAGEOUT), BinaryOperator.AND, runnableAtMost(2))));
        }

        @Test
        void aboutOtherLocks() {
            ScenarioBuilder locks = ScenarioBuilder.scenario("locks")
                    .machine(machine(1, 50 * MS))
                    .resource(ResourceSpec.of("spin", ResourceSpec.Kind.SPINLOCK))
                    .resource(ResourceSpec.of("slz", ResourceSpec.Kind.SERIALIZER))
                    .resource(ResourceSpec.of("other", ResourceSpec.Kind.SPINLOCK))
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            body -> body.run(MS)
                                    .call(Opcode.SPIN_LOCK, 0)
                                    .run(MS)
                                    .call(Opcode.SPIN_UNLOCK, 0)
                                    .call(Opcode.SERIALIZE_ENTER, 1)
                                    .run(MS)
                                    .call(Opcode.SERIALIZE_EXIT, 1)
                                    .call(Opcode.SPIN_LOCK_SHARED, 2)
                                    .run(MS)
                                    .call(Opcode.SPIN_UNLOCK_SHARED, 2));
            Expr noThread = Expr.constant(-1);
            long half = MS / 2;
            for (int resource = 0; resource < 3; resource++) {
                Expr holder = ask(Question.HOLDER, Expr.constant(resource));
                locks.expectAt(half, List.of(compare(holder, BinaryOperator.EQUAL, noThread)), "free");
                boolean shared = resource == 2;
                locks.expectAt(
                        half + (resource + 1) * MS,
                        List.of(compare(holder, BinaryOperator.EQUAL, shared ? noThread : Expr.ZERO)),
                        "held " + resource);
                locks.expectAt(
                        half + (resource + 1) * MS,
                        List.of(ask(Question.HELD, Expr.constant(resource))),
                        "held " + resource);
            }
            assertEquals(
                    List.of(),
                    Runs.run(locks).expectations().stream()
                            .filter(it -> !it.held())
                            .map(it -> it.expected() + ": " + it.actual())
                            .toList());
        }
    }

    @Test
    void inHowManyPartsARunGoesChangesNothing() {
        Scenario scenario = scenario()
                .expectAlways(List.of(runnableAtMost(2)), "a")
                .expectNever(List.of(current(SPARE)), "b")
                .expectEventually(List.of(current(SPARE), current(NIC)), 6 * MS, "c")
                .expectAt(4 * MS, List.of(current(NIC)), "d")
                .build();
        Result whole = Runner.of(scenario).run();
        Session session = Runner.of(scenario).start();
        session.runTo(4 * MS);
        var middle = session.snapshot();
        assertEquals(whole, session.run());
        session.restore(middle);
        assertEquals(whole, session.run());
    }
}
