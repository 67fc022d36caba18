// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.report.text.Run.MS;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.expect.Bounds;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.ExpectationResult;
import org.lwkt.runtime.expect.ExpectationResult.Outcome;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.metrics.CpuMetrics;
import org.lwkt.runtime.metrics.ThreadMetrics;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.outcome.Wait;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Scenario;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.source.SourcePosition;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class TextReportTest {
    private static final Scenario PREEMPTION = ScenarioBuilder.scenario(
                    "an interrupt preempts a daemon", "examples/preemption.lwkt", 3, 1)
            .machine(MachineSpec.DEFAULT
                    .named("smp2")
                    .withCpus(2)
                    .withIpiLatency(2_000)
                    .withHorizon(1_000 * MS))
            .at(5, 5)
            .thread(
                    "pageout",
                    0,
                    10,
                    body -> body.repeat(10, turn -> turn.run(5 * MS).yieldThread()))
            .at(8, 5)
            .interruptThread(
                    "nic",
                    0,
                    28,
                    body -> body.forever(turn -> turn.awaitInterrupt().run(20_000)))
            .at(12, 5)
            .interruptAt("nic", -1, 12 * MS)
            .at(14, 5)
            .expectPreempts("nic", "pageout", "nic preempts pageout")
            .at(15, 5)
            .expectTotal(new Measure.CpuTime("pageout"), Bounds.exactly(60 * MS), "cputime(pageout) == 60ms")
            .build();

    private static Result preemption() {
        Run run = Run.of(PREEMPTION)
                .switchTo(0, 0, "pageout")
                .event(0, 0, Kind.START, "pageout")
                .tick(10 * MS, 0)
                .tick(10 * MS, 1)
                .event(12 * MS, 0, Kind.INTERRUPT, "nic")
                .event(12 * MS, 0, Kind.PREEMPT, "nic", "pageout")
                .event(12 * MS, 0, Kind.START, "nic")
                .event(12_020_000, 0, Kind.SLEEP, "nic")
                .switchTo(12_020_000, 0, "pageout")
                .tick(20 * MS, 0)
                .tick(30 * MS, 0)
                .tick(40 * MS, 0)
                .tick(50 * MS, 0)
                .event(50_020_000, 0, Kind.END, "pageout")
                .switchTo(50_020_000, 0, "idle0")
                .thread(new ThreadMetrics("pageout", 50 * MS, 2, 1, 0, 50_020_000, 20_000))
                .thread(new ThreadMetrics("nic", 20_000, 1, 0, 12 * MS, -1, 0))
                .cpu(new CpuMetrics(0, 50_020_000, 4, 1, 5, 1, 0, 0, 0))
                .cpu(new CpuMetrics(1, 0, 0, 0, 1, 0, 0, 0, 0));
        List<Expectation> expectations = PREEMPTION.expectations();
        return run.expectation(new ExpectationResult(
                        expectations.get(0),
                        Outcome.HELD,
                        "nic preempts pageout",
                        "at 12ms",
                        12 * MS,
                        0,
                        "nic",
                        List.of()))
                .expectation(new ExpectationResult(
                        expectations.get(1),
                        Outcome.FAILED,
                        "cputime(pageout) == 60ms",
                        "50ms",
                        50_020_000,
                        0,
                        "pageout",
                        List.of(run.trace().get(run.trace().size() - 2))))
                .quiescentAt(50_020_000);
    }

    @Test
    void saysOfARunWhatHeldWhoRanWhenAndWhy() {
        assertEquals("""
                FAILED  scenario "an interrupt preempts a daemon"
                  examples/preemption.lwkt:3:1
                  machine smp2: 2 CPUs, hz 100, IPI latency 2us, horizon 1s
                  ended at 50.02ms: quiescent, nothing left to run
                  31 steps, 4 switches, digest 0123456789abcdef

                  expectations: 1 of 2 held
                  held       nic preempts pageout  at 12ms
                  FAILED     cputime(pageout) == 60ms
                             expected  cputime(pageout) == 60ms
                             actual    50ms
                             at        50.02ms, cpu 0, thread pageout
                             line      examples/preemption.lwkt:15:5
                             events    50.02ms  cpu 0  end  pageout

                  timeline
                         |0        |6ms      |12ms     |18ms     |24ms     |30ms     |36ms     |42ms     |48ms
                  cpu 0  PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPp
                                             n
                                         '   !            '                '               '                '
                  1 CPU did nothing but ticks
                  P pageout   N nic
                  ! preemption   ' tick
                  one column is 600us; a small letter had less than half of it

                  events
                  time/ms  cpu  event       thread
                     0.00    0  switch to   pageout  starts
                    12.00    0  interrupt   nic
                    12.00    0  preempt by  nic      starts; over pageout: priority 28 above 10
                    12.02    0  sleep       nic
                    12.02    0  switch to   pageout  nic, which preempted it, waits for its next interrupt
                    50.02    0  end         pageout
                    50.02    0  switch to   idle0    pageout has ended, nothing else to run

                  threads
                  thread   cpu time   share  switches  preempted  first run      end  max latency
                  pageout      50ms  100.0%         2          1         0s  50.02ms         20us
                  nic          20us    0.0%         1          0       12ms        -           0s

                  CPUs
                  cpu     busy   share  switches  preemptions  ticks  interrupts  IPIs sent  taken
                    0  50.02ms  100.0%         4            1      5           1          0      0
                  1 CPU did nothing but 1 tick
                """, new TextReport(TextStyle.PLAIN).of(preemption()));
    }

    @Test
    void isPlainAsciiUnlessTheStyleSaysOtherwise() {
        assertTrue(
                new TextReport(TextStyle.PLAIN).of(preemption()).chars().allMatch(sign -> sign < 0x80 && sign != 0x1b));
    }

    @Test
    void coloursChangeNothingButTheColour() {
        String coloured = new TextReport(new TextStyle(false, true)).of(preemption());

        assertTrue(coloured.contains("\u001b["));
        assertEquals(new TextReport(TextStyle.PLAIN).of(preemption()), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void saysWhereAPanicHappened() {
        Result result = Run.on(1)
                .end(new RunEnd(
                        RunEnd.Reason.PANIC,
                        "lwkt_preempt: assert gd->gd_processing_ipiq == 0",
                        7,
                        0,
                        "nic",
                        new SourcePosition("a.lwkt", 9, 3)))
                .result();

        assertEquals("""
                FAILED  scenario "bare"
                  machine default: 1 CPU, hz 100, IPI latency 0s, horizon 10s
                  ended at 7ns: panic: lwkt_preempt: assert gd->gd_processing_ipiq == 0 (not expected)
                  at a.lwkt:9:3
                  on cpu 0, thread nic
                  31 steps, 4 switches, digest 0123456789abcdef

                  threads
                  none
                """, new TextReport(TextStyle.PLAIN).of(result).replace("\n  expectations: 0 of 0 held\n", ""));
    }

    @Test
    void manyWaitsAreCountedAfterTheFirstOfThem() {
        Wait wait = new Wait("sleeper", Wait.What.CHANNEL, "c", 0, SourcePosition.NONE, List.of(), List.of(), -1);
        RunEnd end = new RunEnd(
                RunEnd.Reason.LOST_WAKEUP, "", 7, -1, "", SourcePosition.NONE, Collections.nCopies(70, wait));

        String report = new TextReport(TextStyle.PLAIN).of(Run.on(1).end(end).result());

        assertEquals(65, report.split("thread sleeper waits for a wakeup of c", -1).length);
        assertTrue(report.contains("  and 6 more threads wait\n"), report);
    }

    @Test
    void aCancelledRunSaysThatItIsOnlyAPart() {
        String report = new TextReport(TextStyle.PLAIN)
                .of(Run.on(1).end(RunEnd.Reason.CANCELLED, "", 5 * MS).result());

        assertTrue(report.startsWith("FAILED"), report);
        assertTrue(report.contains("ended at 5ms: cancelled, what follows is only the part until then"), report);
    }

    @Test
    void aRunThatEndedBecauseAllIsDecidedSaysSo() {
        String report = new TextReport(TextStyle.PLAIN)
                .of(Run.on(1).end(RunEnd.Reason.DECIDED, "", 5 * MS).result());

        assertTrue(report.startsWith("HELD"), report);
        assertTrue(report.contains("ended at 5ms: every expectation decided, what follows is"), report);
    }

    @Test
    void namesCannotSteerTheTerminal() {
        Scenario scenario = ScenarioBuilder.scenario("evil\u001b[2J\u202e\r\nname")
                .machine(MachineSpec.DEFAULT.named("m\u0007"))
                .thread("t\u001b]0;x", 0, 10, body -> body.run(1))
                .build();
        Result result = Run.of(scenario)
                .switchTo(0, 0, "t\u001b]0;x")
                .event(0, 0, Kind.KPRINTF, "t", "\u009b31m\u2028next")
                .thread(new ThreadMetrics("t\u001b]0;x", 1, 1, 0, 0, 1, 0))
                .end(RunEnd.Reason.PANIC, "a\u001bb", 1)
                .result();

        String report = new TextReport(TextStyle.PLAIN).of(result);

        assertTrue(report.chars().allMatch(sign -> sign == '\n' || (sign >= ' ' && sign < 0x7f)), report);
        assertTrue(report.contains("\"evil?[2J?? name\""), report);
    }

    @Test
    void noLineIsWiderThanAHundredColumnsWhateverTheNames() {
        String wide = "\u7e41\u9ad4\u4e2d\u6587".repeat(15);
        String longName = "a".repeat(60);
        Scenario scenario = ScenarioBuilder.scenario("many words ".repeat(30) + "x".repeat(250))
                .machine(MachineSpec.DEFAULT
                        .named("m".repeat(200))
                        .withCpus(256)
                        .withHz(1_000_000)
                        .withIpiLatency(Long.MAX_VALUE)
                        .withHorizon(Long.MAX_VALUE))
                .thread(wide, 0, 10, body -> body.run(1))
                .thread(longName, 0, 10, body -> body.run(1))
                .expectPreempts(wide, longName, wide + " preempts " + longName)
                .build();
        Run run = Run.of(scenario);
        for (int cpu = 0; cpu < 256; cpu++) {
            run.switchTo(cpu, cpu, cpu % 2 == 0 ? wide : longName)
                    .event(cpu, cpu, Kind.PREEMPT, longName, wide)
                    .cpu(new CpuMetrics(cpu, Long.MAX_VALUE / 3, 999_999_999, 1, 2, 3, 4, 5, 6));
        }
        run.thread(new ThreadMetrics(wide, Long.MAX_VALUE, 999_999_999, 1, 2, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .thread(new ThreadMetrics(longName, Long.MAX_VALUE, 3, 1, 2, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .expectation(new ExpectationResult(
                        scenario.expectations().getFirst(),
                        Outcome.UNDECIDED,
                        "x".repeat(300),
                        wide + wide,
                        Long.MAX_VALUE,
                        255,
                        longName,
                        run.trace()));

        String report = new TextReport(TextStyle.PLAIN).of(run.quiescentAt(Long.MAX_VALUE));

        report.lines().forEach(line -> assertTrue(Text.width(line) <= 100, Text.width(line) + ": " + line));
        assertTrue(report.contains("... 240 more CPUs that ran something"), report);
        assertTrue(report.contains("... 192 more CPUs that ran something"), report);
        assertTrue(report.contains("9223372036.854775807s"), report);
    }

    @Test
    void aRunWithoutThreadsHasNoTimeline() {
        String report =
                new TextReport(TextStyle.PLAIN).of(Run.on(256).tick(10 * MS, 0).quiescentAt(10 * MS));

        assertFalse(report.contains("timeline"), report);
        assertTrue(report.contains("  threads\n  none\n"), report);
    }

    @Test
    void theSummaryCountsScenarios() {
        TextReport report = new TextReport(TextStyle.PLAIN);

        assertEquals("1 scenario, 1 held, 0 failed", report.summary(1, 0));
        assertEquals("1,234 scenarios, 1,230 held, 4 failed", report.summary(1230, 4));
    }
}
