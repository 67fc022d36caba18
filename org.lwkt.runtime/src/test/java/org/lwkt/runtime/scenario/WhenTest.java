// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.trace;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.metrics.EventMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.snapshot.Snapshot;
import org.lwkt.runtime.snapshot.StateHash;
import org.lwkt.runtime.trace.TraceEvent.Kind;

/** Events that happen when a condition comes true. */
class WhenTest {
    private static final Expr T = Expr.constant(0);
    private static final Expr FOREVER = Expr.constant(1);

    private static List<Expr> asleep() {
        return List.of(Expr.ask(Question.ASLEEP, T));
    }

    private static List<Expr> sleepers(int channel) {
        return List.of(Expr.binary(
                Expr.ask(Question.SLEEPERS, Expr.constant(channel)), BinaryOperator.EQUAL, Expr.constant(1)));
    }

    private static void sleep(ProgramBuilder body, int channel) {
        body.call(Opcode.TSLEEP, channel, 0, 0);
    }

    /** A thread that runs 1 ms and sleeps on {@code a}, time and again; and {@code nic}, whose interrupt takes 10 us. */
    private static ScenarioBuilder sleeper() {
        return ScenarioBuilder.scenario("when", "w.lwkt", 1, 1)
                .machine(machine(1, 20 * MS))
                .resource(ResourceSpec.of("a", ResourceSpec.Kind.CHANNEL))
                .resource(ResourceSpec.of("b", ResourceSpec.Kind.CHANNEL))
                .thread(
                        ThreadSpec.kernel("t").asDaemon(),
                        body -> body.forever(turn -> {
                            turn.run(MS);
                            sleep(turn, 0);
                        }))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(10 * US)))
                .at(7, 5);
    }

    private static EventMetrics fired(ScenarioBuilder scenario) {
        return run(scenario).events().getFirst();
    }

    @Test
    void happensWhenTheConditionComesTrueAndNotWhileItHolds() {
        ScenarioBuilder scenario = sleeper()
                .event(EventSpec.interrupt("nic").when(asleep()))
                .event(EventSpec.wakeup("a").at(5 * MS));
        Result result = run(scenario);
        assertEquals("""
                1ms cpu0 INTERRUPT nic
                6ms cpu0 INTERRUPT nic
                """, trace(result, Kind.INTERRUPT));
        assertEquals(new EventMetrics(2, MS, 6 * MS), result.events().getFirst());
    }

    @Test
    void wakesTheThreadItWaitsForEachTime() {
        ScenarioBuilder scenario = sleeper().event(EventSpec.wakeup("a").when(asleep()));
        // At 1 ms, 2 ms, ..., 19 ms.
        assertEquals(new EventMetrics(19, MS, 19 * MS), fired(scenario));
    }

    @Test
    void onceIsTheFirstTimeAlone() {
        ScenarioBuilder scenario = sleeper().event(EventSpec.wakeup("a").when(asleep(), true, 0));
        assertEquals(new EventMetrics(1, MS, MS), fired(scenario));
    }

    @Test
    void afterIsThatMuchLaterThanTheConditionCameTrue() {
        ScenarioBuilder scenario = sleeper().event(EventSpec.wakeup("a").when(asleep(), false, 4 * MS));
        assertEquals(new EventMetrics(3, 5 * MS, 15 * MS), fired(scenario));
    }

    @Test
    void whatComesTrueAgainBeforeItHappensAddsNothing() {
        ScenarioBuilder scenario = sleeper()
                .event(EventSpec.interrupt("nic").when(asleep(), false, 4 * MS))
                .event(EventSpec.wakeup("a").every(2 * MS, 2 * MS, 9 * MS, 0));
        // True at 1, 3, 5, 7, 9 ms: those at 3 and 7 ms find one under way, that at 5 ms is when it happens.
        assertEquals(2, fired(scenario).count());
        assertEquals(5 * MS, fired(scenario).firstNs());
    }

    @Test
    void aLaterEventKeepsTheRunAlive() {
        Result result = run(ScenarioBuilder.scenario("when")
                .machine(machine(1, 50 * MS))
                .resource(ResourceSpec.of("a", ResourceSpec.Kind.CHANNEL))
                .thread("t", 0, KERN_DAEMON, body -> sleep(body, 0))
                .event(EventSpec.wakeup("a").when(asleep(), false, 35 * MS)));
        assertEquals(RunEnd.Reason.QUIESCENT, result.end().reason());
        assertEquals(35 * MS, result.threads().getFirst().endNs());
    }

    @Test
    void whatIsTrueFromTheStartHappensAtTimeZero() {
        ScenarioBuilder scenario = sleeper().event(EventSpec.interrupt("nic").when(List.of(FOREVER)));
        assertEquals(new EventMetrics(1, 0, 0), fired(scenario));
    }

    @Test
    void soItDoesWhereNothingElseIsDueThen() {
        Result result = run(ScenarioBuilder.scenario("when")
                .machine(machine(1, 20 * MS))
                .thread(ThreadSpec.kernel("t").nostart(), body -> body.run(MS))
                .event(EventSpec.start("t").when(List.of(FOREVER))));
        assertEquals(0, result.threads().getFirst().startNs());
        assertEquals(MS, result.end().timeNs());
    }

    @Test
    void ofSeveralConditionsAllMustHold() {
        ScenarioBuilder scenario =
                sleeper().event(EventSpec.interrupt("nic").when(List.of(asleep().getFirst(), Expr.constant(0))));
        assertEquals(new EventMetrics(0, -1, -1), fired(scenario));
    }

    @Nested
    class AtOneInstant {
        @Test
        void theOrderIsThatOfTheFile() {
            Result result = run(sleeper()
                    .interruptThread("disk", 0, INT_MED, body -> body.forever(turn -> turn.awaitInterrupt()))
                    .event(EventSpec.interrupt("disk").when(asleep(), true, 0))
                    .event(EventSpec.interrupt("nic").when(asleep(), true, 0)));
            assertEquals("""
                    1ms cpu0 INTERRUPT disk
                    1ms cpu0 INTERRUPT nic
                    """, trace(result, Kind.INTERRUPT));
        }

        @Test
        void itIsLookedAfterAllOtherEvents() {
            // The thread sleeps and is woken at 1 ms, both before anybody looks, and sleeps again at 2 ms.
            ScenarioBuilder scenario = sleeper()
                    .event(EventSpec.interrupt("nic").when(asleep()))
                    .thread("waker", 0, KERN_DAEMON - 1, body -> body.call(Opcode.WAKEUP, 0));
            assertEquals(new EventMetrics(1, 2 * MS, 2 * MS), fired(scenario));
        }

        @Test
        void oneEventMayMakeTheNextHappen() {
            Result result = run(sleeper()
                    .event(EventSpec.interrupt("nic").when(List.of(Expr.ask(Question.RUNNING, Expr.constant(2)))))
                    .thread(ThreadSpec.kernel("late").nostart(), body -> body.run(MS))
                    .event(EventSpec.start("late").when(asleep(), true, 0)));
            assertEquals(new EventMetrics(1, MS, MS), result.events().get(0));
            assertEquals(new EventMetrics(1, MS, MS), result.events().get(1));
        }

        @Test
        void expectationsSeeTheStateBehindIt() {
            // The thread is never asleep when an instant is over, since somebody wakes it.
            ScenarioBuilder scenario =
                    sleeper().event(EventSpec.wakeup("a").when(asleep())).expectNever(asleep(), "never asleep(t)");
            assertTrue(run(scenario).expectations().getFirst().held());
        }

        @Test
        void twoThatMakeEachOtherTrueForEverEndTheRun() {
            Result result = run(ScenarioBuilder.scenario("zeno", "w.lwkt", 1, 1)
                    .resource(ResourceSpec.of("a", ResourceSpec.Kind.CHANNEL))
                    .resource(ResourceSpec.of("b", ResourceSpec.Kind.CHANNEL))
                    .at(3, 5)
                    .thread(
                            "t",
                            0,
                            KERN_DAEMON,
                            body -> body.forever(turn -> {
                                turn.at(4, 9);
                                sleep(turn, 0);
                                sleep(turn, 1);
                            }))
                    .at(6, 5)
                    .event(EventSpec.wakeup("a").when(sleepers(0)))
                    .at(7, 5)
                    .event(EventSpec.wakeup("b").when(sleepers(1))));
            assertEquals(RunEnd.Reason.BUDGET, result.end().reason());
            assertEquals("more than 1000000 steps at one instant", result.end().detail());
            assertEquals(0, result.end().timeNs());
            int line = result.end().position().line();
            assertTrue(line == 4 || line == 6 || line == 7, "line " + line);
        }
    }

    @Test
    void aConditionWithoutAValueEndsTheRunAtItsLine() {
        Expr none = Expr.binary(Expr.constant(1), BinaryOperator.DIVIDE, Expr.ask(Question.SLEEPERS, Expr.constant(0)));
        Result result = run(sleeper().event(EventSpec.interrupt("nic").when(List.of(none))));
        assertEquals(RunEnd.Reason.ERROR, result.end().reason());
        assertEquals("w.lwkt:7:5", result.end().position().toString());
        assertFalse(result.held());
    }

    @Test
    void itsConditionIsCheckedLikeAnExpectation() {
        ScenarioBuilder scenario = sleeper()
                .event(EventSpec.interrupt("nic").when(List.of(Expr.ask(Question.SLEEPERS, Expr.constant(5)))));
        assertEquals(
                "w.lwkt:7:5: operand of SLEEPERS is out of range: 5",
                assertThrows(IllegalArgumentException.class, scenario::build).getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> EventSpec.interrupt("nic").when(List.of()));
    }

    @Nested
    class InParts {
        private static Runner runner() {
            return Runner.of(sleeper()
                    .event(EventSpec.wakeup("a").when(asleep(), false, 3 * MS))
                    .build());
        }

        @Test
        void aPauseBetweenTwoEventsChangesNothing() {
            Result whole = runner().run();
            Session session = runner().start();
            for (long timeNs = 0; !session.runTo(timeNs); timeNs += 100 * US) {
                assertTrue(session.timeNs() < timeNs || timeNs == 0);
            }
            assertEquals(whole, session.result());
        }

        @Test
        void aSnapshotKnowsWhatHeldBefore() {
            Session session = runner().start();
            session.runTo(2 * MS);
            StateHash waiting = session.hash();
            Snapshot snapshot = session.snapshot();
            Result whole = session.run();
            session.restore(snapshot);
            assertEquals(waiting, session.hash());
            assertEquals(whole, session.run());
        }

        @Test
        void theHashTellsWhatHeldBeforeApart() {
            Runner once = Runner.of(sleeper()
                    .event(EventSpec.spuriousInterrupt(0).when(asleep(), true, 0))
                    .event(EventSpec.wakeup("a").at(3 * MS))
                    .build());
            Session session = once.start();
            session.runTo(MS + 1);
            StateHash spent = session.hash();
            assertNotEquals(
                    spent,
                    hashAt(Runner.of(sleeper()
                            .event(EventSpec.spuriousInterrupt(0).when(List.of(Expr.constant(0)), true, 0))
                            .event(EventSpec.wakeup("a").at(3 * MS))
                            .build())));
        }

        private static StateHash hashAt(Runner runner) {
            Session session = runner.start();
            session.runTo(MS + 1);
            return session.hash();
        }
    }
}
