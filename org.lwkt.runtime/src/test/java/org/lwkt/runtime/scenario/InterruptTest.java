// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.scenario.Runs.ANY;
import static org.lwkt.runtime.scenario.Runs.INT_MED;
import static org.lwkt.runtime.scenario.Runs.KERN_DAEMON;
import static org.lwkt.runtime.scenario.Runs.MS;
import static org.lwkt.runtime.scenario.Runs.S;
import static org.lwkt.runtime.scenario.Runs.US;
import static org.lwkt.runtime.scenario.Runs.cpuTime;
import static org.lwkt.runtime.scenario.Runs.machine;
import static org.lwkt.runtime.scenario.Runs.run;
import static org.lwkt.runtime.scenario.Runs.thread;
import static org.lwkt.runtime.scenario.Runs.trace;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.metrics.EventMetrics;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class InterruptTest {
    private static Consumer<ProgramBuilder> handler(long workNs) {
        return body -> body.forever(turn -> turn.awaitInterrupt().run(workNs));
    }

    private static ScenarioBuilder daemonAndNic(Consumer<ProgramBuilder> daemon, long workNs) {
        return ScenarioBuilder.scenario("interrupt")
                .machine(machine(1, S))
                .thread("pageout", 0, KERN_DAEMON, daemon)
                .interruptThread("nic", 0, INT_MED, handler(workNs));
    }

    @Test
    void preemptsADaemonWhoseSegmentThenGoesOn() {
        Result result = run(daemonAndNic(body -> body.run(5 * MS), 20 * US).interruptAt("nic", ANY, 2 * MS));
        assertEquals(
                """
                0s cpu0 SWITCH pageout
                2ms cpu0 INTERRUPT nic
                2ms cpu0 PREEMPT nic pageout
                2ms cpu0 START nic
                2.02ms cpu0 SLEEP nic
                2.02ms cpu0 SWITCH pageout
                5.02ms cpu0 END pageout
                5.02ms cpu0 SWITCH idle0
                """,
                trace(result, Kind.SWITCH, Kind.PREEMPT, Kind.INTERRUPT, Kind.START, Kind.SLEEP, Kind.END)
                        .replace("0s cpu0 START pageout\n", ""));
        assertEquals("5ms", cpuTime(result, "pageout"));
        assertEquals("20us", cpuTime(result, "nic"));
        assertEquals(1, thread(result, "pageout").preemptions());
    }

    @Test
    void anySegmentInterruptedManyTimesTakesItsFullTime() {
        Result result =
                run(daemonAndNic(body -> body.repeat(3, turn -> turn.run(7 * MS).yieldThread()), 333 * US)
                        .interruptEvery("nic", ANY, 777 * US, MS, 20 * MS));
        assertEquals("21ms", cpuTime(result, "pageout"));
        // Arrivals at 1 ms + k * 777 us below 20 ms.
        assertEquals(25, result.cpus().get(0).interrupts());
        assertEquals(25 * 333 * US, thread(result, "nic").cpuTimeNs());
    }

    @Test
    void aThreadOfHigherPriorityIsNotPreempted() {
        Result result = run(ScenarioBuilder.scenario("higher")
                .thread("soft", 0, 30, body -> body.run(5 * MS))
                .interruptThread("nic", 0, INT_MED, handler(20 * US))
                .interruptAt("nic", ANY, 2 * MS));
        assertEquals(0, result.cpus().get(0).preemptions());
        assertEquals(5 * MS, thread(result, "nic").startNs());
        assertEquals(3 * MS, thread(result, "nic").latencyMaxNs());
    }

    @Test
    void aPendedInterruptRunsAtTheEndOfTheCriticalSection() {
        Result result = run(daemonAndNic(
                        body -> body.run(MS)
                                .critical(section -> section.run(3 * MS))
                                .run(MS),
                        20 * US)
                .interruptAt("nic", ANY, 2 * MS));
        assertEquals("""
                2ms cpu0 INTERRUPT nic
                2ms cpu0 PEND pageout interrupt
                4ms cpu0 PREEMPT nic pageout
                5.02ms cpu0 END pageout
                """, trace(result, Kind.INTERRUPT, Kind.PEND, Kind.PREEMPT, Kind.END));
        assertEquals(2 * MS, thread(result, "nic").latencyMaxNs());
    }

    @Test
    void aTickInACriticalSectionIsPendedAndNotLost() {
        Result result = run(ScenarioBuilder.scenario("tick")
                .machine(machine(1, 30 * MS))
                .thread(
                        "a",
                        0,
                        KERN_DAEMON,
                        body -> body.critical(section -> section.run(12 * MS))
                                .yieldThread()
                                .run(MS))
                .thread("b", 0, KERN_DAEMON, body -> body.run(5 * MS)));
        assertEquals("""
                10ms cpu0 PEND a tick
                12ms cpu0 START b
                """, trace(result, Kind.PEND, Kind.START).replace("0s cpu0 START a\n", ""));
    }

    @Test
    void arrivalsWhileTheHandlerRunsAreOneMoreTurn() {
        Result result = run(daemonAndNic(body -> body.run(50 * MS), 3 * MS)
                .interruptAt("nic", ANY, 10 * MS)
                .interruptAt("nic", ANY, 11 * MS)
                .interruptAt("nic", ANY, 12 * MS));
        assertEquals("6ms", cpuTime(result, "nic"));
        assertEquals("""
                16ms cpu0 SLEEP nic
                """, trace(result, Kind.SLEEP));
        assertEquals(3, result.cpus().get(0).interrupts());
    }

    @Test
    void anArrivalAtAnotherCpuIsForwardedByAnIpi() {
        Result result = run(ScenarioBuilder.scenario("forwarded")
                .machine(machine(2, S))
                .interruptThread("nic", 1, INT_MED, handler(20 * US))
                .interruptAt("nic", 0, 3 * MS));
        assertEquals("""
                3ms cpu0 INTERRUPT nic
                3ms cpu0 IPI_SEND nic to cpu 1: sched_ithd_remote
                3.002ms cpu1 IPI_RECEIVE nic from cpu 0: sched_ithd_remote
                3.002ms cpu1 START nic
                """, trace(result, Kind.INTERRUPT, Kind.IPI_SEND, Kind.IPI_RECEIVE, Kind.START));
        assertEquals(2 * US, thread(result, "nic").latencyMaxNs());
    }

    @Test
    void arrivalsForAThreadThatHasExitedAreStray() {
        Result result = run(ScenarioBuilder.scenario("stray")
                .interruptThread("once", 0, INT_MED, body -> body.run(MS))
                .interruptEvery("once", ANY, 2 * MS, MS, 8 * MS));
        assertEquals("""
                1ms cpu0 INTERRUPT once
                3ms cpu0 INTERRUPT once stray
                5ms cpu0 INTERRUPT once stray
                7ms cpu0 INTERRUPT once stray
                """, trace(result, Kind.INTERRUPT));
        assertEquals(4, result.cpus().get(0).interrupts());
        assertEquals(3, result.cpus().get(0).strayInterrupts());
        assertEquals(2 * MS, thread(result, "once").endNs());
    }

    @Test
    void everyEndsBeforeItsLimit() {
        Result result =
                run(daemonAndNic(body -> body.run(MS), US).interruptEvery("nic", ANY, 10 * MS, 20 * MS, 40 * MS));
        assertEquals("""
                20ms cpu0 INTERRUPT nic
                30ms cpu0 INTERRUPT nic
                """, trace(result, Kind.INTERRUPT));
    }

    @Test
    void interruptsAtOneInstantArriveInTheOrderOfTheScript() {
        Result result = run(ScenarioBuilder.scenario("order")
                .interruptThread("b", 0, INT_MED, handler(US))
                .interruptThread("a", 0, INT_MED, handler(US))
                .interruptAt("a", ANY, MS)
                .interruptAt("b", ANY, MS));
        assertEquals("""
                1ms cpu0 INTERRUPT a
                1ms cpu0 INTERRUPT b
                """, trace(result, Kind.INTERRUPT));
    }

    @Test
    void everyScriptedInterruptIsCountedByItself() {
        Result result = run(daemonAndNic(body -> body.run(5 * MS), 20 * US)
                .interruptEvery("nic", ANY, MS, MS, 4 * MS)
                .interruptAt("nic", ANY, 2 * MS)
                .interruptAt("nic", ANY, 2 * S));
        assertEquals(
                List.of(
                        new EventMetrics(3, MS, 3 * MS),
                        new EventMetrics(1, 2 * MS, 2 * MS),
                        new EventMetrics(0, -1, -1)),
                result.events());
    }
}
