// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps events compactly, three words each, in chunks that are never copied. Bounded: beyond the limit nothing more is
 * kept, and {@link #isOverLimit} says so.
 */
public final class TraceRecorder implements TraceSink {
    static final int WORDS = 3;

    private static final int CHUNK_EVENTS = 4096;
    private static final int CPU_SHIFT = 8;
    private static final int CPU_MASK = 0xffff;
    private static final int KIND_MASK = 0xff;
    private static final int THREAD_SHIFT = 32;
    private static final TraceEvent.Kind[] KINDS = TraceEvent.Kind.values();

    private final long limit;
    private final List<long[]> chunks = new ArrayList<>();
    private long[] chunk;
    private int used;
    private boolean overLimit;

    /** @param limit events to keep at most */
    public TraceRecorder(long limit) {
        this.limit = Math.min(limit, Integer.MAX_VALUE);
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (size() >= limit) {
            overLimit = true;
            return;
        }
        if (chunk == null || used == CHUNK_EVENTS) {
            chunk = new long[CHUNK_EVENTS * WORDS];
            chunks.add(chunk);
            used = 0;
        }
        int at = used++ * WORDS;
        chunk[at] = timeNs;
        chunk[at + 1] = kind.ordinal() | (long) cpu << CPU_SHIFT | (long) thread << THREAD_SHIFT;
        chunk[at + 2] = detail;
    }

    /** Whether an event came that was no longer kept. */
    public boolean isOverLimit() {
        return overLimit;
    }

    /** Number of events kept. */
    public int size() {
        return chunks.isEmpty() ? 0 : (chunks.size() - 1) * CHUNK_EVENTS + used;
    }

    /** Decodes event {@code index}, 0 the oldest. */
    TraceEvent decode(int index, TraceNames names, TraceTexts texts) {
        long[] words = chunks.get(index / CHUNK_EVENTS);
        int at = index % CHUNK_EVENTS * WORDS;
        long what = words[at + 1];
        return TraceReader.decode(
                KINDS[(int) (what & KIND_MASK)],
                words[at],
                (int) (what >> CPU_SHIFT) & CPU_MASK,
                (int) (what >> THREAD_SHIFT),
                words[at + 2],
                names,
                texts);
    }
}
