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

import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.trace.TraceEvent;

class MomentExpectationsTest {
    /** w[0], w[1] and w[2] run 1 ms each, one after the other, and then last for 1 ms; nic interrupts w[1] and w[2]. */
    private static ScenarioBuilder arrays() {
        return ScenarioBuilder.scenario("arrays")
                .machine(machine(1, 50 * MS))
                .thread(ThreadSpec.kernel("w").times(3).onCpu(0).atPriority(KERN_DAEMON), body -> body.run(MS))
                .thread("last", 0, KERN_DAEMON, body -> body.run(MS))
                .interruptThread(
                        "nic",
                        0,
                        INT_MED,
                        body -> body.forever(turn -> turn.awaitInterrupt().run(20 * US)))
                .interruptAt("nic", ANY, 1_500 * US)
                .interruptAt("nic", ANY, 2_500 * US);
    }

    /** mover goes to CPU 1 after 1 ms and wakes rx[1] there 1 ms later, and rx[0] after one more. */
    private static ScenarioBuilder moves() {
        return ScenarioBuilder.scenario("moves")
                .machine(machine(2, 50 * MS))
                .resource(ResourceSpec.of("rx", ResourceSpec.Kind.CHANNEL).times(2))
                .thread(
                        "mover",
                        0,
                        KERN_DAEMON,
                        body -> body.run(MS)
                                .migrateCpu(1)
                                .run(MS)
                                .call(Opcode.WAKEUP, 1)
                                .run(MS)
                                .call(Opcode.WAKEUP, 0))
                .thread("stays", 0, KERN_DAEMON, body -> body.run(10 * MS));
    }

    @Test
    void aMomentOfAnArrayIsThatOfEachElement() {
        assertResult(
                Outcome.HELD, "at 1ms .. 3.04ms", only(arrays().expectBefore(new Moment.End("w"), 3_041 * US, "x")));
        ExpectationResult late = only(arrays().expectBefore(new Moment.End("w"), 3_040 * US, "x"));
        assertResult(Outcome.FAILED, "at 1ms .. 3.04ms", late);
        assertEquals("w[2]", late.thread());
        assertEquals(3_040 * US, late.timeNs());
        assertEquals(3, late.evidence().size());
        assertResult(Outcome.HELD, "at 1ms", only(arrays().expectBefore(new Moment.End("w[0]"), 2 * MS, "x")));
    }

    @Test
    void thoseThatNeverCameAreNamed() {
        ScenarioBuilder scenario = arrays().machine(machine(1, 2 * MS));
        assertResult(
                Outcome.FAILED,
                "at 1ms, never of w[1] and 1 more",
                only(scenario.expectBefore(new Moment.End("w"), 2 * MS, "x")));
    }

    @Test
    void itIsUndecidedForAnArrayOfWhichOneIsMissing() {
        ScenarioBuilder scenario = arrays().machine(machine(1, 3 * MS));
        assertResult(
                Outcome.UNDECIDED,
                "at 1ms .. 2.02ms, never of w[2]",
                only(scenario.expectBefore(new Moment.End("w"), 4 * MS, "x")));
    }

    @Test
    void theLastOfOneArrayComesBeforeTheFirstOfAnother() {
        assertResult(
                Outcome.HELD,
                "end(w) at 1ms .. 3.04ms, start(last) at 3.04ms",
                only(arrays().expectBefore(new Moment.End("w"), new Moment.Start("last"), "x")));
        ExpectationResult mixed = only(arrays().expectBefore(new Moment.Start("w"), new Moment.End("w"), "x"));
        assertResult(Outcome.FAILED, "start(w) at 0s .. 2.02ms, end(w) at 1ms .. 3.04ms", mixed);
        assertEquals(MS, mixed.timeNs());
        assertEquals("w[0]", mixed.thread());
    }

    @Test
    void preemptingAnArrayIsPreemptingEachElement() {
        assertResult(
                Outcome.FAILED,
                "never: nic preempts w[0]",
                only(arrays().expectPreempts("nic", "w", "nic preempts w")));
        assertResult(Outcome.HELD, "at 2.5ms", only(arrays().expectPreempts("nic", "w[2]", "x")));
        assertResult(
                Outcome.HELD,
                "at 2.5ms, by then all; in all 3 times",
                only(arrays().interruptAt("nic", ANY, 500 * US).expectPreempts("nic", "w", "x")));
    }

    @Test
    void aMigrationIsTheFirstTimeOnAnotherCpu() {
        ExpectationResult result = only(moves().expectBefore(new Moment.Migrate("mover"), 2 * MS, "x"));
        // The IPI takes 2 us.
        assertResult(Outcome.HELD, "at 1.002ms", result);
        assertEquals(1, result.cpu());
        assertEquals(TraceEvent.Kind.SWITCH, result.evidence().getFirst().kind());
        assertResult(Outcome.FAILED, "never", only(moves().expectBefore(new Moment.Migrate("stays"), 20 * MS, "x")));
    }

    @Test
    void aWakeupIsTheCallWhetherAnybodySleepsOrNot() {
        assertResult(Outcome.HELD, "at 2.002ms", only(moves().expectBefore(new Moment.Wakeup("rx[1]"), 3 * MS, "x")));
        assertResult(
                Outcome.HELD,
                "wakeup rx at 2.002ms .. 3.002ms, end(mover) at 3.002ms",
                only(moves().expectBefore(new Moment.Wakeup("rx"), new Moment.End("mover"), "x")));
        assertResult(
                Outcome.FAILED,
                "end(mover) at 3.002ms, wakeup rx at 2.002ms .. 3.002ms",
                only(moves().expectBefore(new Moment.End("mover"), new Moment.Wakeup("rx"), "x")));
    }

    @Test
    void theyAreUndecidedWhereTheRunWasCutShort() {
        assertResult(
                Outcome.UNDECIDED,
                "never",
                only(cutShort(moves().expectBefore(new Moment.Migrate("mover"), 5 * MS, "x"), 1)));
    }
}
