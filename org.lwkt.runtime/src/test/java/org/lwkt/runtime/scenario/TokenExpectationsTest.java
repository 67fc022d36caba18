// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Expected.assertResult;
import static org.lwkt.runtime.scenario.Expected.cutShort;
import static org.lwkt.runtime.scenario.Expected.only;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.snapshot.Snapshot;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class TokenExpectationsTest {
    /** a holds vm[0] from 0 to 3 ms; b asks for it on the other CPU at 1 ms, and holds it from 3 to 5 ms. */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("tokens")
                .machine(machine(2, 50 * MS))
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN).times(2))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.GETTOKEN, 0).run(3 * MS).call(Opcode.RELTOKEN, 0))
                .thread(
                        "b",
                        1,
                        KERN_DAEMON,
                        body -> body.run(MS)
                                .call(Opcode.GETTOKEN, 0)
                                .run(2 * MS)
                                .call(Opcode.RELTOKEN, 0));
    }

    /**
     * On one CPU: a takes vm, sleeps at 1 ms and is woken at 2 ms by b, which has taken vm meanwhile and releases it at 4 ms
     * when it yields; a has it back then and keeps it until 5 ms.
     */
    private static ScenarioBuilder sleeps() {
        return ScenarioBuilder.scenario("sleeps")
                .machine(machine(1, 50 * MS))
                .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.GETTOKEN, 0)
                                .run(MS)
                                .call(Opcode.TSLEEP, 1, 0, 0)
                                .run(MS)
                                .call(Opcode.RELTOKEN, 0))
                .thread(
                        "b",
                        0,
                        KERN_DAEMON,
                        body -> body.call(Opcode.GETTOKEN, 0)
                                .run(MS)
                                .call(Opcode.WAKEUP, 1)
                                .run(2 * MS)
                                .call(Opcode.RELTOKEN, 0)
                                .yieldThread());
    }

    private static ExpectationResult of(Measure measure, Bounds bounds) {
        return only(scenario().expectTotal(measure, bounds, "x"));
    }

    private static ExpectationResult of(Measure measure, long fromNs, long untilNs, Bounds bounds) {
        return only(scenario().expectTotal(measure, new Interval(fromNs, untilNs), bounds, "x"));
    }

    @Test
    void inHowManyPartsARunGoesChangesNothing() {
        Scenario scenario = sleeps().expectTotal(new Measure.Contention(Statistic.P50, "vm"), Bounds.atMost(MS), "a")
                .expectTotal(new Measure.Contention(Statistic.TOTAL, "vm"), Bounds.atMost(MS), "b")
                .expectTotal(new Measure.Hold(Statistic.P99, "vm"), Bounds.atMost(MS), "c")
                .expectTotal(new Measure.Hold(Statistic.TOTAL, "vm"), Bounds.atMost(MS), "d")
                .build();
        Result whole = Runner.of(scenario).run();
        for (long timeNs : new long[] {0, MS, 1_500_000, 3 * MS, 4 * MS}) {
            Session session = Runner.of(scenario).start();
            session.runTo(timeNs);
            Snapshot snapshot = session.snapshot();
            assertEquals(whole, session.run());
            session.restore(snapshot);
            assertEquals(whole, session.run());
        }
    }

    @Nested
    class Contention {
        @Test
        void runsFromTheRefusalUntilTheThreadHasTheToken() {
            assertResult(
                    Outcome.HELD, "2ms", of(new Measure.Contention(Statistic.MAX, "vm[0]"), Bounds.exactly(2 * MS)));
            assertResult(Outcome.HELD, "1", of(new Measure.Contention(Statistic.COUNT, "vm[0]"), Bounds.exactly(1)));
            assertResult(
                    Outcome.HELD, "2ms", of(new Measure.Contention(Statistic.TOTAL, "vm[0]"), Bounds.exactly(2 * MS)));
        }

        @Test
        void failsWithTheWait() {
            ExpectationResult result = of(new Measure.Contention(Statistic.MAX, "vm[0]"), Bounds.atMost(MS));
            assertResult(Outcome.FAILED, "2ms", result);
            assertEquals(3 * MS, result.timeNs());
            assertEquals(1, result.cpu());
            assertEquals("b", result.thread());
            assertEquals(
                    new TraceEvent(MS, 1, Kind.TOKEN_WAIT, "b", "vm[0]"),
                    result.evidence().getFirst());
        }

        @Test
        void sumsOfAnArrayAreOverAllAndStatisticsOfEach() {
            assertResult(Outcome.HELD, "1", of(new Measure.Contention(Statistic.COUNT, "vm"), Bounds.exactly(1)));
            assertResult(
                    Outcome.HELD, "2ms", of(new Measure.Contention(Statistic.TOTAL, "vm"), Bounds.exactly(2 * MS)));
            assertResult(
                    Outcome.UNDECIDED,
                    "vm[1]: no value",
                    of(new Measure.Contention(Statistic.MAX, "vm"), Bounds.atMost(2 * MS)));
            assertResult(
                    Outcome.FAILED,
                    "vm[0]: 2ms",
                    of(new Measure.Contention(Statistic.MAX, "vm"), Bounds.atMost(2 * MS - 1)));
            assertResult(Outcome.HELD, "0", of(new Measure.Contention(Statistic.COUNT, "vm[1]"), Bounds.exactly(0)));
        }

        @Test
        void anIntervalCutsTheTotalAndCountsWhatBegins() {
            assertResult(
                    Outcome.HELD,
                    "1.5ms",
                    of(new Measure.Contention(Statistic.TOTAL, "vm"), 1_500_000, 4 * MS, Bounds.exactly(1_500_000)));
            assertResult(
                    Outcome.HELD,
                    "0",
                    of(new Measure.Contention(Statistic.COUNT, "vm"), 1_500_000, 4 * MS, Bounds.exactly(0)));
            assertResult(
                    Outcome.HELD,
                    "2ms",
                    of(new Measure.Contention(Statistic.MEAN, "vm[0]"), 1_500_000, 4 * MS, Bounds.exactly(2 * MS)));
        }

        @Test
        void aThreadThatIsToBeResumedWithATokenWaitsForItToo() {
            // From 2 ms, when b has woken a up; b lets nobody else run before 4 ms, when the kernel looks again.
            Result result =
                    Runs.run(sleeps().expectTotal(new Measure.Contention(Statistic.COUNT, "vm"), Bounds.exactly(0), "x")
                            .expectTotal(new Measure.Hold(Statistic.COUNT, "vm"), Bounds.exactly(3), "x"));
            assertEquals(
                    List.of(Outcome.HELD, Outcome.HELD),
                    result.expectations().stream()
                            .map(ExpectationResult::outcome)
                            .toList());
        }

        @Test
        void oneThatIsRefusedItsTokenWhenItIsToRunWaits() {
            // On the other CPU b holds vm from 1.001 ms to 4.001 ms; a sleeps from 1 ms and is woken at 2.001 ms.
            ScenarioBuilder scenario = ScenarioBuilder.scenario("refused")
                    .machine(machine(2, 50 * MS).withIpiLatency(0))
                    .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                    .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            body -> body.call(Opcode.GETTOKEN, 0)
                                    .run(MS)
                                    .call(Opcode.TSLEEP, 1, 0, 0)
                                    .call(Opcode.RELTOKEN, 0))
                    .thread(
                            "b",
                            1,
                            KERN_DAEMON,
                            body -> body.run(MS + 1000)
                                    .call(Opcode.GETTOKEN, 0)
                                    .run(MS)
                                    .call(Opcode.WAKEUP, 1)
                                    .run(2 * MS)
                                    .call(Opcode.RELTOKEN, 0));
            Result result = Runs.run(
                    scenario.expectTotal(new Measure.Contention(Statistic.MAX, "vm"), Bounds.exactly(2 * MS), "x")
                            .expectTotal(new Measure.Contention(Statistic.COUNT, "vm"), Bounds.exactly(1), "x"));
            // CPU 0 polls every 100 ns, and at one instant before CPU 1 releases.
            assertEquals("2.0001ms", result.expectations().get(0).actual());
            assertEquals("1", result.expectations().get(1).actual());
        }

        @Test
        void aWaitThatIsNotOverCounts() {
            ScenarioBuilder early = scenario().machine(machine(2, 2 * MS));
            assertResult(
                    Outcome.FAILED,
                    "1ms and not over",
                    only(early.expectTotal(
                            new Measure.Contention(Statistic.MAX, "vm[0]"), Bounds.atMost(MS - 1), "x")));
            ScenarioBuilder total = scenario().machine(machine(2, 2 * MS));
            assertResult(
                    Outcome.HELD,
                    "1ms",
                    only(total.expectTotal(new Measure.Contention(Statistic.TOTAL, "vm"), Bounds.exactly(MS), "x")));
        }
    }

    @Nested
    class Hold {
        @Test
        void runsFromTakingTheTokenToGivingItUp() {
            assertResult(Outcome.HELD, "3ms", of(new Measure.Hold(Statistic.MAX, "vm[0]"), Bounds.exactly(3 * MS)));
            assertResult(Outcome.HELD, "2ms", of(new Measure.Hold(Statistic.MIN, "vm[0]"), Bounds.exactly(2 * MS)));
            assertResult(Outcome.HELD, "5ms", of(new Measure.Hold(Statistic.TOTAL, "vm"), Bounds.exactly(5 * MS)));
            assertResult(Outcome.HELD, "2", of(new Measure.Hold(Statistic.COUNT, "vm"), Bounds.exactly(2)));
        }

        @Test
        void failsWhereItWasHeldTooLong() {
            ExpectationResult result = of(new Measure.Hold(Statistic.MAX, "vm[0]"), Bounds.atMost(2 * MS));
            assertResult(Outcome.FAILED, "3ms", result);
            assertEquals(3 * MS, result.timeNs());
            assertEquals(0, result.cpu());
            assertEquals("a", result.thread());
            assertEquals(
                    new TraceEvent(MS, 1, Kind.TOKEN_WAIT, "b", "vm[0]"),
                    result.evidence().getLast());
        }

        @Test
        void aThreadThatSleepsDoesNotHoldItsToken() {
            assertResult(
                    Outcome.HELD,
                    "1ms .. 3ms",
                    only(sleeps().expectTotal(new Measure.Hold(Statistic.EVERY, "vm"), new Bounds(MS, 3 * MS), "x")));
        }

        @Test
        void severalThatShareItHoldItWithoutABreak() {
            ScenarioBuilder shared = ScenarioBuilder.scenario("shared")
                    .machine(machine(2, 50 * MS))
                    .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            body -> body.call(Opcode.GETTOKEN_SHARED, 0)
                                    .run(2 * MS)
                                    .call(Opcode.RELTOKEN, 0))
                    .thread(
                            "b",
                            1,
                            KERN_DAEMON,
                            body -> body.run(MS)
                                    .call(Opcode.GETTOKEN_SHARED, 0)
                                    .run(2 * MS)
                                    .call(Opcode.RELTOKEN, 0));
            assertResult(
                    Outcome.HELD,
                    "3ms",
                    only(shared.expectTotal(new Measure.Hold(Statistic.EVERY, "vm"), Bounds.exactly(3 * MS), "x")));
        }

        @Test
        void aThreadThatTakesItTwiceHoldsItOnce() {
            ScenarioBuilder twice = ScenarioBuilder.scenario("twice")
                    .resource(ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN))
                    .thread(
                            "a",
                            0,
                            KERN_DAEMON,
                            body -> body.call(Opcode.GETTOKEN, 0)
                                    .run(MS)
                                    .call(Opcode.TRYTOKEN, 0)
                                    .run(MS)
                                    .call(Opcode.RELTOKEN, 0)
                                    .run(MS)
                                    .call(Opcode.RELTOKEN, 0));
            assertResult(
                    Outcome.HELD,
                    "1",
                    only(twice.expectTotal(new Measure.Hold(Statistic.COUNT, "vm"), Bounds.exactly(1), "x")));
        }

        @Test
        void anIntervalCutsTheTotal() {
            assertResult(
                    Outcome.HELD,
                    "2.5ms",
                    of(new Measure.Hold(Statistic.TOTAL, "vm"), 2_500_000, 7 * MS, Bounds.exactly(2_500_000)));
            assertResult(
                    Outcome.HELD,
                    "1",
                    of(new Measure.Hold(Statistic.COUNT, "vm"), 2_500_000, 7 * MS, Bounds.exactly(1)));
        }

        @Test
        void aHoldThatIsNotOverIsUndecidedOrTooLong() {
            assertResult(
                    Outcome.UNDECIDED,
                    "0s and not over",
                    only(cutShort(
                            scenario().expectTotal(new Measure.Hold(Statistic.MAX, "vm[0]"), Bounds.atMost(MS), "x"))));
            ScenarioBuilder early = scenario().machine(machine(2, 2 * MS));
            assertResult(
                    Outcome.FAILED,
                    "2ms and not over",
                    only(early.expectTotal(new Measure.Hold(Statistic.MAX, "vm[0]"), Bounds.atMost(MS), "x")));
        }
    }
}
