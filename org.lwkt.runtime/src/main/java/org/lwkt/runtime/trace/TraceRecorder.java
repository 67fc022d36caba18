// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.snapshot.Rewindable;

/**
 * Keeps events compactly, three words each, in chunks that are never copied. Bounded: beyond the limit nothing more is
 * kept, and {@link #isOverLimit} says so.
 */
public final class TraceRecorder implements TraceSink, Rewindable {
    static final int WORDS = 3;

    private static final int CHUNK_EVENTS = 4096;
    private static final int CPU_SHIFT = 8;
    private static final int CPU_MASK = 0xffff;
    private static final int KIND_MASK = 0xff;
    private static final int THREAD_SHIFT = 32;
    private static final TraceEvent.Kind[] KINDS = TraceEvent.Kind.values();

    private final long limit;
    /** Shared with marks and readers: chunks are added, and nothing else. */
    private List<long[]> chunks;

    private long[] chunk;
    private int size;
    private boolean overLimit;

    /** @param limit events to keep at most */
    public TraceRecorder(long limit) {
        this.limit = Math.min(limit, Integer.MAX_VALUE);
        chunks = new ArrayList<>();
    }

    private TraceRecorder(TraceRecorder other) {
        limit = other.limit;
        chunks = other.chunks;
        chunk = other.chunk;
        size = other.size;
        overLimit = other.overLimit;
    }

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        if (size >= limit) {
            overLimit = true;
            return;
        }
        int used = size++ % CHUNK_EVENTS;
        if (used == 0) {
            chunk = new long[CHUNK_EVENTS * WORDS];
            chunks.add(chunk);
        }
        int at = used * WORDS;
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
        return size;
    }

    /** The events so far, to be read only: it stays as it is while this one goes on or is rewound. */
    TraceRecorder asOfNow() {
        return new TraceRecorder(this);
    }

    @Override
    public Object mark() {
        return asOfNow();
    }

    /** Goes on in a list and a last chunk of its own, since other marks and readers may know what comes after this one. */
    @Override
    public void rewind(Object mark) {
        TraceRecorder then = (TraceRecorder) mark;
        size = then.size;
        overLimit = then.overLimit;
        chunks = new ArrayList<>(then.chunks.subList(0, Math.ceilDiv(size, CHUNK_EVENTS)));
        if (size % CHUNK_EVENTS != 0) {
            chunk = then.chunk.clone();
            chunks.set(chunks.size() - 1, chunk);
        }
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
