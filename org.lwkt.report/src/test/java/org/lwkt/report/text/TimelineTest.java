// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwkt.report.text.Run.MS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.trace.TraceEvent.Kind;

class TimelineTest {
    private static String timeline(Result result, int columns) {
        return String.join("\n", new Timeline(result, TextStyle.PLAIN, columns).lines()) + "\n";
    }

    @Test
    void equalsThatTakeTurnsAreSeenTakingTurns() {
        Run run = Run.on(1);
        for (int turn = 0; turn < 4; turn++) {
            run.switchTo(turn * 10 * MS, 0, turn % 2 == 0 ? "a" : "b").tick((turn + 1) * 10 * MS, 0);
        }

        assertEquals("""
                       |0        |10ms     |20ms     |30ms
                cpu 0  AAAAAAAAAABBBBBBBBBBAAAAAAAAAABBBBBBBBBB
                                 '         '         '        '
                A a   B b
                ' tick
                one column is 1ms; a small letter had less than half of it
                """, timeline(run.quiescentAt(40 * MS), 47));
    }

    @Test
    void everyCpuThatDidSomethingHasALaneAndTheOthersAreCounted() {
        Result result = Run.on(8)
                .switchTo(0, 1, "sender")
                .event(5, 1, Kind.IPI_SEND, "", "to cpu 6: lwkt_schedule_remote")
                .event(7, 6, Kind.IPI_RECEIVE, "", "from cpu 1: lwkt_schedule_remote")
                .switchTo(7, 6, "receiver")
                .event(9, 6, Kind.PEND, "", "tick")
                .switchTo(10, 1, "idle1")
                .quiescentAt(12);

        assertEquals("""
                       |0        |10ns
                cpu 1  SSSSSSSSSS..
                            >
                cpu 6  .......RRRRR
                              < ~
                6 CPUs did nothing
                S sender   R receiver   . idle
                ~ interrupt pended   < IPI taken   > IPI sent
                one column is 1ns; a small letter had less than half of it
                """, timeline(result, 60));
    }

    @Test
    void aThreadThatHadLessThanHalfOfAColumnIsASmallLetter() {
        Result result =
                Run.on(1).switchTo(0, 0, "t").switchTo(120 * MS + 1, 0, "idle0").quiescentAt(1_000 * MS);

        String lane = timeline(result, 27).lines().skip(1).findFirst().orElseThrow();

        assertEquals("cpu 0  TTt.................", lane);
    }

    @Test
    void severalShortVisitorsOfOneColumnShareASign() {
        Result result = Run.on(1)
                .switchTo(0, 0, "long")
                .event(50, 0, Kind.PREEMPT, "x", "long")
                .switchTo(51, 0, "long")
                .event(52, 0, Kind.PREEMPT, "y", "long")
                .switchTo(53, 0, "long")
                .quiescentAt(1000);

        String timeline = timeline(result, 27);

        assertTrue(timeline.contains("cpu 0  LLLLLLLLLLLLLLLLLLLL\n        #\n        !\n"), timeline);
        assertTrue(timeline.contains("# several"), timeline);
    }

    @Test
    void aThreadThatTookNoTimeIsSeenAllTheSame() {
        Result result = Run.on(1)
                .switchTo(0, 0, "a")
                .switchTo(5, 0, "flash")
                .switchTo(5, 0, "a")
                .quiescentAt(10);

        assertTrue(timeline(result, 27).contains("cpu 0  AAAAAAAAAA\n            f\n"), timeline(result, 27));
    }

    @Test
    void aRunThatEndsAtItsFirstInstantHasOneColumn() {
        Result result = Run.on(1).switchTo(0, 0, "spinner").quiescentAt(0);

        assertTrue(timeline(result, 90).startsWith("       |0\ncpu 0  s\n"), timeline(result, 90));
    }

    @Test
    void moreThreadsThanLettersShareASign() {
        Run run = Run.on(1);
        for (int thread = 0; thread < 30; thread++) {
            run.switchTo(thread, 0, "worker" + thread);
        }

        String timeline = timeline(run.quiescentAt(30), 98);

        assertTrue(timeline.contains("cpu 0  WORKEABCDFGHIJLMNPQSTUVXYZ####\n"), timeline);
        assertTrue(timeline.contains("# others"), timeline);
    }

    @Test
    void lanesAreBounded() {
        Run run = Run.on(256);
        for (int cpu = 0; cpu < 200; cpu++) {
            run.switchTo(0, cpu, "t");
        }

        List<String> lines = new Timeline(run.quiescentAt(10), TextStyle.PLAIN, 98).lines();

        assertEquals(16, lines.stream().filter(line -> line.startsWith("cpu ")).count());
        assertTrue(lines.contains("... 184 more CPUs that ran something"), lines.toString());
        assertTrue(lines.contains("56 CPUs did nothing"), lines.toString());
    }

    @Test
    void theLongestRunThereIsFits() {
        Result result = Run.on(1)
                .switchTo(0, 0, "a")
                .switchTo(Long.MAX_VALUE - 1, 0, "b")
                .quiescentAt(Long.MAX_VALUE);

        List<String> lines = new Timeline(result, TextStyle.PLAIN, 98).lines();

        assertTrue(lines.stream().allMatch(line -> line.length() <= 98), lines.toString());
        assertTrue(lines.get(1).startsWith("cpu 0  AAAA"), lines.toString());
    }
}
