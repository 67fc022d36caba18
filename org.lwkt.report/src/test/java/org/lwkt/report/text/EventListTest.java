// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class EventListTest {
    private static final Scenario SCENARIO = ScenarioBuilder.scenario("s")
            .thread("low", 0, 10, body -> body.run(1))
            .thread("high", 0, 12, body -> body.run(1))
            .thread("riser", 0, 10, body -> body.setPrioritySelf(20))
            .interruptThread("nic", 0, 28, body -> body.awaitInterrupt())
            .build();

    private static String list(Run run) {
        return String.join("\n", new EventList(new RunThreads(SCENARIO), TextStyle.PLAIN, 98).lines(run.trace()))
                + "\n";
    }

    @Test
    void saysWhyEachThreadRuns() {
        Run run = Run.of(SCENARIO)
                .switchTo(0, 0, "low")
                .event(0, 0, Kind.START, "low")
                .switchTo(1_500, 0, "high")
                .event(1_500, 0, Kind.START, "high")
                .event(2_000, 0, Kind.END, "high")
                .switchTo(2_000, 0, "low")
                .event(3_000, 0, Kind.SLEEP, "low")
                .switchTo(3_000, 0, "idle0")
                .event(4_000, 0, Kind.WAKEUP, "low")
                .switchTo(4_000, 0, "low")
                .event(4_100, 0, Kind.SLEEP, "low")
                .switchTo(4_100, 0, "idle0")
                .event(5_000, 0, Kind.INTERRUPT, "nic")
                .switchTo(5_000, 0, "nic")
                .event(5_100, 0, Kind.SLEEP, "nic")
                .switchTo(5_100, 0, "idle0")
                .event(6_000, 0, Kind.IPI_RECEIVE, "", "from cpu 1: lwkt_schedule_remote")
                .switchTo(6_000, 0, "riser")
                .event(7_000, 0, Kind.INTERRUPT, "nic")
                .event(7_000, 0, Kind.PREEMPT, "nic", "riser")
                .event(7_010, 0, Kind.SLEEP, "nic")
                .switchTo(7_010, 0, "riser")
                .tick(8_000, 0)
                .switchTo(9_000, 0, "low");

        assertEquals("""
                time/us  cpu  event       thread
                   0.00    0  switch to   low     starts
                   1.50    0  switch to   high    starts; low lets go of the CPU
                   2.00    0  end         high
                   2.00    0  switch to   low     high has ended
                   3.00    0  sleep       low
                   3.00    0  switch to   idle0   low sleeps, nothing else to run
                   4.00    0  wakeup      low
                   4.00    0  switch to   low     was woken
                   4.10    0  sleep       low
                   4.10    0  switch to   idle0   low sleeps, nothing else to run
                   5.00    0  interrupt   nic
                   5.00    0  switch to   nic     its interrupt arrived
                   5.10    0  sleep       nic
                   5.10    0  switch to   idle0   nic waits for its next interrupt, nothing else to run
                   6.00    0  IPI taken           from cpu 1: lwkt_schedule_remote
                   6.00    0  switch to   riser   the IPI made it runnable
                   7.00    0  interrupt   nic
                   7.00    0  preempt by  nic     over riser
                   7.01    0  sleep       nic
                   7.01    0  switch to   riser   nic, which preempted it, waits for its next interrupt
                   9.00    0  switch to   low     riser lets go of the CPU after a tick
                """, list(run));
    }

    @Test
    void anIdleThreadThatWasPreemptedComesBackAlthoughAThreadWaits() {
        Run run = Run.of(SCENARIO)
                .event(1_000, 0, Kind.PREEMPT, "nic", "idle0")
                .event(3_000, 0, Kind.SLEEP, "nic")
                .switchTo(3_000, 0, "idle0")
                .switchTo(3_000, 0, "low");

        assertEquals("""
                time/us  cpu  event       thread
                      1    0  preempt by  nic     over idle0
                      3    0  sleep       nic
                      3    0  switch to   idle0   nic, which preempted it, waits for its next interrupt
                      3    0  switch to   low
                """, list(run));
    }

    @Test
    void aTickIsNoReasonForIdlingOrForAThreadThatIsBetter() {
        Run run = Run.of(SCENARIO)
                .switchTo(0, 0, "low")
                .tick(1_000, 0)
                .switchTo(2_000, 0, "high")
                .tick(3_000, 0)
                .switchTo(4_000, 0, "idle0");

        assertEquals("""
                time/us  cpu  event      thread
                      0    0  switch to  low
                      2    0  switch to  high    low lets go of the CPU
                      4    0  switch to  idle0   high lets go of the CPU, nothing else to run
                """, list(run));
    }

    @Test
    void onlyAChangeOfTheThreadIsJoinedWithItsStart() {
        Run run = Run.of(SCENARIO)
                .event(1_000, 0, Kind.PREEMPT, "nic", "low")
                .event(1_000, 0, Kind.IPI_RECEIVE, "nic", "from cpu 1: sched_ithd_remote")
                .event(1_000, 0, Kind.START, "nic");

        assertEquals("""
                time/us  cpu  event       thread
                      1    0  preempt by  nic     over low: priority 28 above 10
                      1    0  IPI taken   nic     from cpu 1: sched_ithd_remote
                      1    0  start       nic
                """, list(run));
    }

    @Test
    void ticksAreLeftOut() {
        assertEquals("", list(Run.of(SCENARIO).tick(10, 0)).strip());
    }

    @Test
    void aLongRunShowsItsStartAndItsEnd() {
        Run run = Run.of(SCENARIO);
        for (int at = 0; at < 1_050; at++) {
            run.event(at, 0, Kind.KPRINTF, "low", "line " + at);
        }

        List<String> lines = list(run).lines().toList();

        assertEquals(1 + 28 + 1 + 12, lines.size());
        assertTrue(lines.get(28).endsWith("line 27"), lines.get(28));
        assertEquals("... 1,010 more events", lines.get(29));
        assertTrue(lines.get(30).endsWith("line 1038"), lines.get(30));
        assertTrue(lines.getLast().endsWith("line 1049"), lines.getLast());
    }

    @Test
    void saysWhatAnEventOfTheScenarioDid() {
        Run run = Run.of(SCENARIO)
                .event(1_000, 0, Kind.SCHEDULE_CALL, "low")
                .switchTo(1_000, 0, "low")
                .event(2_000, 0, Kind.WAKEUP_CALL, "low", "ring")
                .event(3_000, 0, Kind.WAKEUP_CALL, "", "ring");
        assertEquals("""
                time/us  cpu  event        thread
                      1    0  scheduled    low     by an event of the scenario
                      1    0  switch to    low     was started
                      2    0  wakeup call  low     ring
                      3    0  wakeup call          ring; by an event of the scenario
                """, list(run));
    }
}
