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
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class LatencyExpectationsTest {
    /**
     * pageout is in a critical section from 0 to 4 ms. nic, which runs 20 us for an interrupt, gets one at 2 ms, which has to
     * wait until 4 ms, and others at 5 ms and 6 ms, which need not wait.
     */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("latency")
                .machine(machine(1, 50 * MS))
                .thread(
                        "pageout",
                        0,
                        KERN_DAEMON,
                        body -> body.critical(section -> section.run(4 * MS)).run(4 * MS))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(20 * US)))
                .interruptAt("nic", ANY, 2 * MS)
                .interruptAt("nic", ANY, 5 * MS)
                .interruptAt("nic", ANY, 6 * MS);
    }

    private static ExpectationResult latency(Statistic statistic, Interval interval, Bounds bounds) {
        return only(scenario().expectTotal(new Measure.Latency(statistic, "nic"), interval, bounds, "x"));
    }

    private static ExpectationResult latency(Statistic statistic, Bounds bounds) {
        return latency(statistic, Interval.RUN, bounds);
    }

    private static ExpectationResult response(Statistic statistic, Bounds bounds) {
        return only(scenario().expectTotal(new Measure.Response(statistic, "nic"), bounds, "x"));
    }

    @Nested
    class Latency {
        @Test
        void runsFromTheArrivalToTheFirstInstruction() {
            assertResult(Outcome.HELD, "2ms", latency(Statistic.MAX, Bounds.exactly(2 * MS)));
            assertResult(Outcome.HELD, "0s", latency(Statistic.MIN, Bounds.exactly(0)));
            // 2 ms / 3
            assertResult(Outcome.HELD, "666.667us", latency(Statistic.MEAN, Bounds.exactly(666_667)));
            assertResult(Outcome.HELD, "0s .. 2ms", latency(Statistic.EVERY, new Bounds(0, 2 * MS)));
        }

        @Test
        void aMaximumThatIsTooLargeFailsWhereItWasReached() {
            ExpectationResult result = latency(Statistic.MAX, Bounds.atMost(10 * US));
            assertResult(Outcome.FAILED, "2ms", result);
            assertEquals(4 * MS, result.timeNs());
            assertEquals(0, result.cpu());
            assertEquals("nic", result.thread());
            assertEquals(
                    List.of(
                            new TraceEvent(2 * MS, 0, Kind.INTERRUPT, "nic", ""),
                            new TraceEvent(4 * MS, 0, Kind.PREEMPT, "nic", "pageout")),
                    result.evidence());
        }

        @Test
        void everySingleOneIsWithinTheBounds() {
            assertResult(Outcome.FAILED, "0s .. 2ms", latency(Statistic.EVERY, Bounds.atMost(MS)));
            assertResult(Outcome.FAILED, "0s .. 2ms", latency(Statistic.EVERY, Bounds.atLeast(1)));
        }

        @Test
        void percentilesAreRanks() {
            // In order: 0, 0, 2 ms.
            assertResult(Outcome.HELD, "0s", latency(Statistic.P50, Bounds.exactly(0)));
            assertResult(Outcome.HELD, "2ms", latency(Statistic.P90, Bounds.exactly(2 * MS)));
            assertResult(Outcome.HELD, "2ms", latency(Statistic.P99, new Bounds(2 * MS, 2 * MS)));
            assertResult(Outcome.FAILED, "2ms", latency(Statistic.P999, Bounds.atMost(2 * MS - 1)));
        }

        @Test
        void anIntervalTakesThoseThatEndInIt() {
            assertResult(
                    Outcome.HELD, "0s", latency(Statistic.MAX, new Interval(4 * MS + 1, 6 * MS), Bounds.exactly(0)));
            assertResult(
                    Outcome.HELD,
                    "2ms",
                    latency(Statistic.MAX, new Interval(4 * MS, 4 * MS + 1), Bounds.exactly(2 * MS)));
            assertResult(
                    Outcome.UNDECIDED,
                    "no value",
                    latency(Statistic.MAX, new Interval(7 * MS, 8 * MS), Bounds.atLeast(0)));
        }

        @Test
        void aThreadThatNeverWaitsHasNone() {
            ScenarioBuilder silent = ScenarioBuilder.scenario("silent")
                    .interruptThread("nic", 0, INT_MED, body -> body.awaitInterrupt())
                    .thread("a", 0, KERN_DAEMON, body -> body.run(MS));
            assertResult(
                    Outcome.UNDECIDED,
                    "no value",
                    only(silent.expectTotal(new Measure.Latency(Statistic.MAX, "nic"), Bounds.atMost(10 * US), "x")));
        }

        @Test
        void whatIsNotOverCountsWhereItIsWorse() {
            for (Statistic statistic : new Statistic[] {Statistic.MAX, Statistic.MEAN, Statistic.P50}) {
                assertResult(Outcome.FAILED, "50ms and not over", only(starves(statistic, Bounds.atMost(40 * MS))));
            }
            assertResult(Outcome.UNDECIDED, "50ms and not over", only(starves(Statistic.MAX, Bounds.atMost(60 * MS))));
        }

        /** spare never gets the CPU. */
        private ScenarioBuilder starves(Statistic statistic, Bounds bounds) {
            return ScenarioBuilder.scenario("starves")
                    .machine(machine(1, 50 * MS))
                    .thread("hog", 0, KERN_DAEMON, body -> body.run(100 * MS))
                    .thread("spare", 0, KERN_DAEMON, body -> body.run(MS))
                    .expectTotal(new Measure.Latency(statistic, "spare"), bounds, "x");
        }

        @Test
        void whatIsNotOverIsDecidedByTheEnd() {
            // Both start at once, sleep, and are woken at 2 ms while hog keeps the CPU.
            ScenarioBuilder scenario = ScenarioBuilder.scenario("two")
                    .machine(machine(1, 50 * MS))
                    .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                    .thread(
                            ThreadSpec.kernel("w").times(2).onCpu(0).atPriority(KERN_DAEMON),
                            body -> body.call(Opcode.TSLEEP, 0, 0, 0).run(MS))
                    .thread(
                            "hog",
                            0,
                            KERN_DAEMON,
                            body -> body.run(2 * MS)
                                    .call(Opcode.WAKEUP, 0)
                                    .run(MS)
                                    .yieldThread()
                                    .run(100 * MS))
                    .expectTotal(new Measure.Latency(Statistic.MAX, "w"), Bounds.atMost(MS), "x");
            ExpectationResult result = only(scenario);
            assertResult(Outcome.FAILED, "w[0]: 48ms and not over", result);
            assertEquals(50 * MS, result.timeNs());
            assertEquals("", result.thread());
            assertEquals(
                    new TraceEvent(2 * MS, 0, Kind.WAKEUP, "w[0]", ""),
                    result.evidence().getLast());
        }

        @Test
        void theEventsThatExplainItAreOfTheElement() {
            ScenarioBuilder starving = starves(Statistic.MAX, Bounds.atMost(MS));
            starving.interruptThread(
                            "nic",
                            0,
                            INT_MED,
                            body -> body.forever(turn -> turn.awaitInterrupt().run(20 * US)))
                    .interruptAt("nic", ANY, 2 * MS);
            ExpectationResult result = only(starving);
            assertEquals(50 * MS, result.timeNs());
            assertEquals(List.of(), result.evidence());
            ExpectationResult array = only(ScenarioBuilder.scenario("array")
                    .thread(ThreadSpec.kernel("w").times(9).onCpu(0).atPriority(KERN_DAEMON), body -> body.run(MS))
                    .expectTotal(new Measure.Latency(Statistic.MAX, "w"), Bounds.atMost(7 * MS), "x"));
            assertResult(Outcome.FAILED, "w[8]: 8ms", array);
            assertEquals(List.of(new TraceEvent(8 * MS, 0, Kind.SWITCH, "w[8]", "")), array.evidence());
        }

        @Test
        void theWorstElementOfAnArrayIsShown() {
            // w[0] starts at 0, w[1] at 1 ms, w[2] at 2 ms.
            ScenarioBuilder array = ScenarioBuilder.scenario("array")
                    .thread(ThreadSpec.kernel("w").times(3).onCpu(0).atPriority(KERN_DAEMON), body -> body.run(MS));
            assertResult(
                    Outcome.HELD,
                    "w[2]: 2ms",
                    only(array.expectTotal(new Measure.Latency(Statistic.MAX, "w"), Bounds.atMost(2 * MS), "x")));
            ScenarioBuilder again = ScenarioBuilder.scenario("array")
                    .thread(ThreadSpec.kernel("w").times(3).onCpu(0).atPriority(KERN_DAEMON), body -> body.run(MS));
            ExpectationResult least =
                    only(again.expectTotal(new Measure.Latency(Statistic.MEAN, "w"), Bounds.atLeast(MS), "x"));
            assertResult(Outcome.FAILED, "w[0]: 0s", least);
        }

        @Test
        void aRunCutShortLeavesItUndecidedUnlessItIsTooLarge() {
            assertResult(
                    Outcome.UNDECIDED,
                    "no value",
                    only(cutShort(scenario()
                            .expectTotal(new Measure.Latency(Statistic.MAX, "nic"), Bounds.atMost(9 * MS), "x"))));
        }
    }

    @Nested
    class Response {
        @Test
        void runsFromTheArrivalToTheNextWait() {
            assertResult(Outcome.HELD, "2.02ms", response(Statistic.MAX, Bounds.exactly(2_020 * US)));
            assertResult(Outcome.HELD, "20us", response(Statistic.MIN, Bounds.exactly(20 * US)));
            // (2020 + 20 + 20) us / 3
            assertResult(Outcome.HELD, "686.667us", response(Statistic.MEAN, Bounds.exactly(686_667)));
        }

        @Test
        void failsWhereItTakesTooLong() {
            ExpectationResult result = response(Statistic.MAX, Bounds.atMost(MS));
            assertResult(Outcome.FAILED, "2.02ms", result);
            assertEquals(4_020 * US, result.timeNs());
            assertEquals("nic", result.thread());
            assertEquals(
                    new TraceEvent(2 * MS, 0, Kind.INTERRUPT, "nic", ""),
                    result.evidence().getFirst());
        }

        @Test
        void whatArrivesDuringATurnIsAnsweredByTheNextOne() {
            // Turns: 1 to 2 ms for the first; 2 to 3 ms for those at 1.2 ms and 1.4 ms.
            ScenarioBuilder scenario = ScenarioBuilder.scenario("coalesced")
                    .interruptThread(
                            "nic",
                            0,
                            INT_MED,
                            body -> body.forever(turn -> turn.awaitInterrupt().run(MS)))
                    .interruptAt("nic", ANY, MS)
                    .interruptAt("nic", ANY, 1_200 * US)
                    .interruptAt("nic", ANY, 1_400 * US)
                    .expectTotal(new Measure.Response(Statistic.EVERY, "nic"), new Bounds(MS, 1_800 * US), "x");
            assertResult(Outcome.HELD, "1ms .. 1.8ms", only(scenario));
        }

        @Test
        void ofASleeperRunsFromItsWakeupToItsNextSleep() {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("sleeper")
                    .machine(machine(1, 50 * MS))
                    .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                    .thread(
                            "sleeper",
                            0,
                            KERN_DAEMON + 1,
                            body -> body.forever(
                                    turn -> turn.call(Opcode.TSLEEP, 0, 0, 0).run(3 * MS)))
                    .thread(
                            "waker",
                            0,
                            KERN_DAEMON,
                            body -> body.run(2 * MS)
                                    .call(Opcode.WAKEUP, 0)
                                    .run(MS)
                                    .yieldThread())
                    .expectTotal(new Measure.Response(Statistic.MAX, "sleeper"), Bounds.atMost(3 * MS), "x");
            // Woken at 2 ms, but the waker keeps the CPU until it yields at 3 ms.
            assertResult(Outcome.FAILED, "4ms", only(scenario));
        }

        @Test
        void theExitOfAThreadEndsItToo() {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("once")
                    .interruptThread(
                            "nic", 0, INT_MED, body -> body.awaitInterrupt().run(MS))
                    .interruptAt("nic", ANY, MS)
                    .expectTotal(new Measure.Response(Statistic.MAX, "nic"), Bounds.exactly(MS), "x");
            assertResult(Outcome.HELD, "1ms", only(scenario));
        }

        @Test
        void isUndecidedWhereThereIsNone() {
            ScenarioBuilder scenario = ScenarioBuilder.scenario("none")
                    .thread("a", 0, KERN_DAEMON, body -> body.run(MS))
                    .expectTotal(new Measure.Response(Statistic.MAX, "a"), Bounds.atMost(MS), "x");
            assertResult(Outcome.UNDECIDED, "no value", only(scenario));
        }
    }
}
