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
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Interval;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class CountExpectationsTest {
    /** w[0] runs until 1 ms and w[1] until 3.06 ms on CPU 0; nic preempts it at 2 ms, 2.5 ms and 3 ms for 20 us. */
    private static ScenarioBuilder scenario() {
        return ScenarioBuilder.scenario("counts")
                .machine(machine(2, 50 * MS))
                .thread(
                        ThreadSpec.kernel("w").times(2).onCpu(0).atPriority(KERN_DAEMON),
                        body -> body.ifElse(Expr.index(), it -> it.run(2 * MS), it -> it.run(MS)))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(20 * US)))
                .interruptEvery("nic", ANY, 500 * US, 2 * MS, 3_500 * US);
    }

    private static ExpectationResult count(Measure measure, Bounds bounds) {
        return only(scenario().expectTotal(measure, bounds, "x"));
    }

    private static ExpectationResult count(Measure measure, long fromNs, long untilNs, Bounds bounds) {
        return only(scenario().expectTotal(measure, new Interval(fromNs, untilNs), bounds, "x"));
    }

    @Test
    void interruptsCountThoseThatArriveAtTheCpu() {
        assertResult(Outcome.HELD, "3", count(new Measure.Interrupts(0), Bounds.exactly(3)));
        assertResult(Outcome.HELD, "0", count(new Measure.Interrupts(1), Bounds.exactly(0)));
        ExpectationResult result = count(new Measure.Interrupts(0), Bounds.atMost(1));
        assertResult(Outcome.FAILED, "3", result);
        assertEquals(2_500 * US, result.timeNs());
        assertEquals(0, result.cpu());
        assertEquals("nic", result.thread());
        assertEquals(
                new TraceEvent(2_500 * US, 0, Kind.INTERRUPT, "nic", ""),
                result.evidence().getLast());
    }

    @Test
    void anIntervalIncludesItsFirstInstantAndNotItsLast() {
        Measure measure = new Measure.Interrupts(0);
        assertResult(Outcome.HELD, "2", count(measure, 2 * MS, 3 * MS, Bounds.exactly(2)));
        assertResult(Outcome.HELD, "2", count(measure, 2 * MS + 1, 3 * MS + 1, Bounds.exactly(2)));
        assertResult(Outcome.HELD, "0", count(measure, 4 * MS, 5 * MS, Bounds.exactly(0)));
    }

    @Test
    void anIntervalBeyondTheHorizonIsUndecidedUnlessItCanOnlyGrowTheSameWay() {
        Measure measure = new Measure.Interrupts(0);
        ScenarioBuilder early = scenario().machine(machine(2, 2_400 * US));
        Interval interval = new Interval(0, 4 * MS);
        assertResult(Outcome.UNDECIDED, "1", only(early.expectTotal(measure, interval, new Bounds(1, 9), "x")));
        ScenarioBuilder again = scenario().machine(machine(2, 2_400 * US));
        assertResult(Outcome.HELD, "1", only(again.expectTotal(measure, interval, Bounds.atLeast(1), "x")));
    }

    @Test
    void anIntervalBeyondAnEndAfterWhichNothingHappensIsComplete() {
        ScenarioBuilder quiet = ScenarioBuilder.scenario("quiet").thread("a", 0, KERN_DAEMON, body -> body.run(MS));
        assertResult(
                Outcome.FAILED,
                "2",
                only(quiet.expectTotal(new Measure.SwitchesOfCpu(0), new Interval(0, 5 * MS), Bounds.exactly(3), "x")));
    }

    @Test
    void switchesIntoAnArrayAreTheSumOverItsElements() {
        // Into w[0], into w[1], and back into it three times.
        assertResult(Outcome.HELD, "5", count(new Measure.SwitchesToThread("w"), Bounds.exactly(5)));
        assertResult(Outcome.HELD, "1", count(new Measure.SwitchesToThread("w[0]"), Bounds.exactly(1)));
        assertResult(Outcome.HELD, "2", count(new Measure.SwitchesToThread("w"), 2 * MS, 3 * MS, Bounds.exactly(2)));
    }

    @Test
    void switchesOfACpuInAnInterval() {
        // To nic and back, twice.
        assertResult(Outcome.HELD, "4", count(new Measure.SwitchesOfCpu(0), 2 * MS, 3 * MS, Bounds.exactly(4)));
    }

    @Test
    void ipisAreCountedByPair() {
        ScenarioBuilder scenario = ScenarioBuilder.scenario("ipis")
                .machine(machine(3, 50 * MS))
                .thread(ThreadSpec.kernel("far").onCpu(1).nostart(), body -> body.run(MS))
                .thread("waker", 0, KERN_DAEMON, body -> body.run(MS).schedule(0))
                .expectTotal(new Measure.Ipis(0, 1), Bounds.exactly(1), "a")
                .expectTotal(new Measure.Ipis(1, 0), Bounds.exactly(0), "b")
                .expectTotal(new Measure.Ipis(0, Measure.ANY_CPU), Bounds.exactly(1), "c")
                .expectTotal(new Measure.Ipis(Measure.ANY_CPU, 2), Bounds.exactly(0), "d")
                .expectTotal(new Measure.Ipis(Measure.ANY_CPU, Measure.ANY_CPU), Bounds.atMost(0), "e");
        Result result = Runs.run(scenario);
        assertEquals(
                List.of(Outcome.HELD, Outcome.HELD, Outcome.HELD, Outcome.HELD, Outcome.FAILED),
                result.expectations().stream().map(ExpectationResult::outcome).toList());
        assertEquals(
                "to cpu 1: lwkt_schedule_remote",
                result.expectations().get(4).evidence().getFirst().detail());
    }

    @Test
    void aCountOfARunCutShortIsUndecided() {
        assertResult(
                Outcome.UNDECIDED,
                "0",
                only(cutShort(scenario().expectTotal(new Measure.Interrupts(0), Bounds.exactly(0), "x"))));
    }
}
