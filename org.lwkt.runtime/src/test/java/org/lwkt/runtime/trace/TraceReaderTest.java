// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.InterruptKind;
import org.lwkt.runtime.kernel.IpiFunction;

class TraceReaderTest {
    private final TraceNames names = new TraceNames(
            List.of("pageout", "nic"),
            IntStream.range(0, 256).mapToObj(cpu -> "idle" + cpu).toList());
    private final TraceTexts texts = new TraceTexts();
    private final TraceRecorder recorder = new TraceRecorder(10_000);

    private TraceEvent read(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        recorder.event(kind, timeNs, cpu, thread, detail);
        TraceReader reader = new TraceReader(recorder, names, texts);
        return reader.get(reader.size() - 1);
    }

    @Test
    void givesBackWhatWasRecorded() {
        assertEquals(
                new TraceEvent(Long.MAX_VALUE, 255, TraceEvent.Kind.SWITCH, "idle255", ""),
                read(TraceEvent.Kind.SWITCH, Long.MAX_VALUE, 255, 257, 0));
        assertEquals(
                new TraceEvent(0, 0, TraceEvent.Kind.IPI_SEND, "", "to cpu 255: _wakeup"),
                read(TraceEvent.Kind.IPI_SEND, 0, 0, TraceNames.NONE, TraceDetail.ipi(255, IpiFunction.WAKEUP)));
    }

    @Test
    void saysInTheDetailWhatElseThereIsToSay() {
        assertEquals("pageout", read(TraceEvent.Kind.PREEMPT, 1, 0, 1, 0).detail());
        assertEquals(
                "from cpu 3: lwkt_schedule_remote",
                read(TraceEvent.Kind.IPI_RECEIVE, 1, 0, 1, TraceDetail.ipi(3, IpiFunction.SCHEDULE_REMOTE))
                        .detail());
        assertEquals(
                "stray",
                read(TraceEvent.Kind.INTERRUPT, 1, 0, 1, TraceDetail.STRAY).detail());
        assertEquals("", read(TraceEvent.Kind.INTERRUPT, 1, 0, 1, 0).detail());
        assertEquals(
                "tick",
                read(TraceEvent.Kind.PEND, 1, 0, 1, TraceDetail.pended(InterruptKind.TIMER))
                        .detail());
        assertEquals(
                "oops", read(TraceEvent.Kind.PANIC, 1, 0, 1, texts.add("oops")).detail());
        assertEquals("", read(TraceEvent.Kind.KPRINTF, 1, 0, 1, TraceTexts.NONE).detail());
    }

    @Test
    void findsEventsInEveryChunk() {
        for (int time = 0; time < 10_000; time++) {
            recorder.event(TraceEvent.Kind.TICK, time, 0, 0, 0);
        }
        TraceReader reader = new TraceReader(recorder, names, texts);
        assertEquals(10_000, reader.size());
        for (int index : new int[] {0, 4095, 4096, 8191, 8192, 9_999}) {
            assertEquals(index, reader.get(index).timeNs());
        }
        assertThrows(IndexOutOfBoundsException.class, () -> reader.get(10_000));
    }

    @Test
    void keepsNoMoreThanItsLimit() {
        TraceRecorder small = new TraceRecorder(2);
        small.event(TraceEvent.Kind.TICK, 1, 0, 0, 0);
        small.event(TraceEvent.Kind.TICK, 2, 0, 0, 0);
        assertFalse(small.isOverLimit());
        small.event(TraceEvent.Kind.TICK, 3, 0, 0, 0);
        assertTrue(small.isOverLimit());
        assertEquals(2, small.size());
    }

    @Test
    void aReaderShowsTheTraceAsOfItsMaking() {
        recorder.event(TraceEvent.Kind.TICK, 1, 0, 0, 0);
        TraceReader reader = new TraceReader(recorder, names, texts);
        recorder.event(TraceEvent.Kind.TICK, 2, 0, 0, 0);
        assertEquals(1, reader.size());
    }
}
