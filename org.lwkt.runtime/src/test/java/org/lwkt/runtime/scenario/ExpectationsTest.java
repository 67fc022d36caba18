// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.runtime.scenario.Expected.assertResult;
import static org.lwkt.runtime.scenario.Expected.cutShort;
import static org.lwkt.runtime.scenario.Expected.only;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.machine;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class ExpectationsTest {
    /** pageout runs 5 ms; nic preempts it at 2 ms and at 3 ms for 20 us each; spare never runs before 5.04 ms. */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("expectations")
                .machine(machine(1, 50 * MS))
                .thread("pageout", 0, KERN_DAEMON, body -> body.run(5 * MS))
                .thread("spare", 0, KERN_DAEMON, body -> body.run(100 * MS))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(20 * US)))
                .interruptAt("nic", ANY, 2 * MS)
                .interruptAt("nic", ANY, 3 * MS);
    }

    @Nested
    class Preempts {
        @Test
        void holdsAtTheFirstPreemption() {
            ExpectationResult result = only(scenario().expectPreempts("nic", "pageout", "nic preempts pageout"));
            assertResult(Outcome.HELD, "at 2ms, the first of 2 times", result);
            assertEquals("nic preempts pageout", result.expected());
            assertEquals(2 * MS, result.timeNs());
            assertEquals(0, result.cpu());
            assertEquals("nic", result.thread());
            assertEquals(
                    new TraceEvent(2 * MS, 0, Kind.PREEMPT, "nic", "pageout"),
                    result.evidence().get(result.evidence().size() - 1));
        }

        @Test
        void failsWithWhatHappenedToThePreemptorInstead() {
            ExpectationResult result = only(scenario().expectPreempts("nic", "spare", "nic preempts spare"));
            assertResult(Outcome.FAILED, "never", result);
            assertEquals(50 * MS, result.timeNs());
            assertEquals(-1, result.cpu());
            assertEquals(
                    List.of(
                            new TraceEvent(2 * MS, 0, Kind.INTERRUPT, "nic", ""),
                            new TraceEvent(2 * MS, 0, Kind.PREEMPT, "nic", "pageout"),
                            new TraceEvent(3 * MS, 0, Kind.INTERRUPT, "nic", ""),
                            new TraceEvent(3 * MS, 0, Kind.PREEMPT, "nic", "pageout")),
                    result.evidence());
        }

        @Test
        void isUndecidedWhereTheRunWasCutShort() {
            assertResult(Outcome.UNDECIDED, "never", only(cutShort(scenario().expectPreempts("nic", "pageout", ""))));
        }
    }

    @Nested
    class Before {
        @Test
        void holdsWhereTheFirstComesEarlier() {
            ExpectationResult result =
                    only(scenario().expectBefore(new Moment.Start("nic"), new Moment.End("pageout"), "x"));
            assertResult(Outcome.HELD, "start(nic) at 2ms, end(pageout) at 5.04ms", result);
            assertEquals(2 * MS, result.timeNs());
            assertEquals(2, result.evidence().size());
        }

        @Test
        void holdsWhereTheSecondNeverComes() {
            assertResult(
                    Outcome.HELD,
                    "start(nic) at 2ms, end(spare) never",
                    only(scenario().expectBefore(new Moment.Start("nic"), new Moment.End("spare"), "x")));
        }

        @Test
        void failsWhereTheFirstComesLater() {
            ExpectationResult result =
                    only(scenario().expectBefore(new Moment.End("pageout"), new Moment.Start("nic"), "x"));
            assertResult(Outcome.FAILED, "end(pageout) at 5.04ms, start(nic) at 2ms", result);
            assertEquals(2 * MS, result.timeNs());
            assertEquals("nic", result.thread());
        }

        @Test
        void failsWhereTheFirstNeverComes() {
            assertResult(
                    Outcome.FAILED,
                    "end(nic) never, end(spare) never",
                    only(scenario().expectBefore(new Moment.End("nic"), new Moment.End("spare"), "x")));
        }

        @Test
        void atOneTimeTheOrderOfEventsDecides() {
            // pageout ends and spare starts at 5.04 ms, in this order.
            assertResult(
                    Outcome.HELD,
                    "end(pageout) at 5.04ms, start(spare) at 5.04ms",
                    only(scenario().expectBefore(new Moment.End("pageout"), new Moment.Start("spare"), "x")));
        }

        @Test
        void nothingIsBeforeItself() {
            assertResult(
                    Outcome.FAILED,
                    "start(nic) at 2ms, start(nic) at 2ms",
                    only(scenario().expectBefore(new Moment.Start("nic"), new Moment.Start("nic"), "x")));
        }

        @Test
        void isUndecidedWhereTheRunWasCutShortBeforeEither() {
            assertResult(
                    Outcome.UNDECIDED,
                    "start(nic) never, end(spare) never",
                    only(cutShort(scenario().expectBefore(new Moment.Start("nic"), new Moment.End("spare"), "x"))));
        }
    }

    @Nested
    class BeforeTime {
        private ExpectationResult endBefore(String thread, long limitNs) {
            return only(scenario().expectBefore(new Moment.End(thread), limitNs, "x"));
        }

        @Test
        void holdsBelowTheLimitOnly() {
            assertResult(Outcome.HELD, "at 5.04ms", endBefore("pageout", 5_040_001));
            assertResult(Outcome.FAILED, "at 5.04ms", endBefore("pageout", 5_040_000));
        }

        @Test
        void failsWhereItDoesNotComeByTheLimit() {
            assertResult(Outcome.FAILED, "never", endBefore("spare", 50 * MS));
        }

        @Test
        void isUndecidedWhereTheHorizonComesBeforeTheLimit() {
            assertResult(Outcome.UNDECIDED, "never", endBefore("spare", 60 * MS));
        }

        @Test
        void failsWhereNothingMoreCanHappen() {
            assertResult(
                    Outcome.FAILED,
                    "never",
                    only(ScenarioBuilder.scenario("quiescent")
                            .interruptThread("nic", 0, INT_MED, body -> body.awaitInterrupt())
                            .expectBefore(new Moment.Start("nic"), 2 * S, "x")));
        }
    }

    @Nested
    class Totals {
        private ExpectationResult total(Measure measure, Bounds bounds) {
            return only(scenario().expectTotal(measure, bounds, "x"));
        }

        @Test
        void cpuTimeIsExact() {
            Measure measure = new Measure.CpuTime("pageout");
            assertResult(Outcome.HELD, "5ms", total(measure, Bounds.exactly(5 * MS)));
            assertResult(Outcome.FAILED, "5ms", total(measure, Bounds.exactly(5 * MS + 1)));
        }

        @Test
        void switchesOfACpuCountEveryChangeOfItsThread() {
            // To pageout, twice to nic and back, to spare.
            Measure measure = new Measure.SwitchesOfCpu(0);
            assertResult(Outcome.HELD, "6", total(measure, new Bounds(6, 6)));
            assertResult(Outcome.FAILED, "6", total(measure, Bounds.atMost(5)));
            assertEquals(4, total(measure, Bounds.atMost(5)).evidence().size());
        }

        @Test
        void switchesToAThreadCountPreemptionsAndReturns() {
            assertResult(Outcome.HELD, "3", total(new Measure.SwitchesToThread("pageout"), Bounds.exactly(3)));
            assertResult(Outcome.FAILED, "2", total(new Measure.SwitchesToThread("nic"), Bounds.atLeast(3)));
        }

        @Test
        void aTotalOfARunCutShortIsUndecidedUnlessItCanOnlyGrowTheSameWay() {
            Measure measure = new Measure.SwitchesOfCpu(0);
            assertResult(
                    Outcome.UNDECIDED, "1", only(cutShort(scenario().expectTotal(measure, new Bounds(1, 9), "x"))));
            assertResult(Outcome.HELD, "1", only(cutShort(scenario().expectTotal(measure, Bounds.atLeast(1), "x"))));
            assertResult(Outcome.FAILED, "1", only(cutShort(scenario().expectTotal(measure, Bounds.atMost(0), "x"))));
        }
    }

    @Nested
    class HowItEnds {
        private ScenarioBuilder panics() {
            return ScenarioBuilder.scenario("panics")
                    .machine(machine(2, S))
                    .thread("waker", 0, KERN_DAEMON, body -> body.run(MS).schedule(1))
                    .interruptThread("nic", 1, INT_MED, body -> body.awaitInterrupt());
        }

        @Test
        void aPanicIsRecognisedByPartOfItsText() {
            ExpectationResult result = only(panics().expectPanic("lwkt_preempt", "panic \"lwkt_preempt\""));
            assertResult(Outcome.HELD, "panic at 1.002ms: lwkt_preempt: assert gd->gd_processing_ipiq == 0", result);
            assertEquals(1, result.cpu());
            assertEquals(
                    Kind.PANIC,
                    result.evidence().get(result.evidence().size() - 1).kind());
        }

        @Test
        void anotherPanicIsNotTheExpectedOne() {
            Result result = Runner.of(panics().expectPanic("lwkt_switch", "panic \"lwkt_switch\"")
                            .build())
                    .run();
            assertEquals(Outcome.FAILED, result.expectations().get(0).outcome());
            assertFalse(result.held());
        }

        @Test
        void noPanicFailsIt() {
            assertResult(
                    Outcome.FAILED, "horizon reached at 50ms", only(scenario().expectPanic("", "panic")));
        }

        @Test
        void aPanicDecidesWhatHasNotHappened() {
            Result result = Runner.of(panics().expectPanic("", "panic")
                            .expectBefore(new Moment.Start("nic"), new Moment.Panic(), "start(nic) before panic")
                            .expectBefore(new Moment.Panic(), 2 * MS, "panic before 2ms")
                            .expectEnds(Ending.QUIESCENT, "quiescent")
                            .build())
                    .run();
            assertEquals(
                    List.of(Outcome.HELD, Outcome.FAILED, Outcome.HELD, Outcome.FAILED),
                    result.expectations().stream()
                            .map(ExpectationResult::outcome)
                            .toList());
            assertEquals(
                    "start(nic) never, panic at 1.002ms",
                    result.expectations().get(1).actual());
        }

        @Test
        void quiescenceHoldsOnlyForARunThatEndsThatWay() {
            ScenarioBuilder quiet = ScenarioBuilder.scenario("quiet")
                    .thread("a", 0, KERN_DAEMON, body -> body.run(MS))
                    .expectEnds(Ending.QUIESCENT, "quiescent");
            assertResult(Outcome.HELD, "quiescent at 1ms", only(quiet));
            assertResult(
                    Outcome.FAILED,
                    "horizon reached at 50ms",
                    only(scenario().expectEnds(Ending.QUIESCENT, "quiescent")));
        }

        /** w[0] and w[1] sleep for ever, or only w[1]. */
        private ScenarioBuilder sleepers(boolean both) {
            return ScenarioBuilder.scenario("sleepers")
                    .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL))
                    .thread(
                            ThreadSpec.kernel("w").times(2).onCpu(0).atPriority(KERN_DAEMON),
                            body -> body.run(MS)
                                    .ifTrue(
                                            both ? Expr.constant(1) : Expr.index(),
                                            it -> it.call(Opcode.TSLEEP, 0, 0, 0)));
        }

        @Test
        void theLostWakeupOfAnArrayIsThatOfEachElement() {
            String all = "lost wakeup of w";
            assertEquals(
                    Outcome.HELD,
                    only(sleepers(true).expectLostWakeup("w", all)).outcome());
            ExpectationResult one = only(sleepers(false).expectLostWakeup("w", all));
            assertEquals(Outcome.FAILED, one.outcome());
            assertEquals(Kind.SLEEP, one.evidence().getLast().kind());
            assertEquals(
                    Outcome.HELD,
                    only(sleepers(false).expectLostWakeup("w[1]", all)).outcome());
            assertEquals(
                    Outcome.FAILED,
                    only(scenario().expectLostWakeup("nic", "lost wakeup of nic"))
                            .outcome());
            assertEquals(
                    Outcome.UNDECIDED,
                    only(cutShort(scenario().expectLostWakeup("nic", "lost wakeup of nic")))
                            .outcome());
        }

        @Test
        void whatIsMeasuredBeyondALostWakeupStaysAsItIs() {
            // Both are done with their 1 ms at 2 ms.
            assertResult(
                    Outcome.HELD,
                    "0.2",
                    only(sleepers(true)
                            .expectTotal(
                                    new Measure.Utilisation(0),
                                    new Interval(0, 10 * MS),
                                    Bounds.exactly(200_000_000),
                                    "x")));
        }

        @Test
        void theBudgetLeavesItUndecided() {
            assertResult(
                    Outcome.UNDECIDED,
                    "stopped at 2ms: more than 2 steps",
                    only(cutShort(scenario().expectEnds(Ending.QUIESCENT, "quiescent"))));
        }
    }

    @Test
    void resultsComeInTheOrderOfTheScenario() {
        Result result = Runner.of(scenario()
                        .expectPreempts("nic", "spare", "one")
                        .expectTotal(new Measure.CpuTime("pageout"), Bounds.exactly(5 * MS), "two")
                        .build())
                .run();
        assertEquals(
                List.of("one", "two"),
                result.expectations().stream().map(ExpectationResult::expected).toList());
        assertFalse(result.held());
        assertTrue(result.endedAsExpected());
    }
}
