// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The events of a {@link TraceRecorder} as a list, oldest first. Decodes an event each time it is asked for, so that a
 * long trace costs no more than its words.
 */
public final class TraceReader extends AbstractList<TraceEvent> implements RandomAccess {
    private final TraceRecorder recorder;
    private final TraceNames names;
    private final TraceTexts texts;
    private final int size;

    /** The events recorded so far. */
    public TraceReader(TraceRecorder recorder, TraceNames names, TraceTexts texts) {
        this.recorder = recorder.asOfNow();
        this.names = names;
        this.texts = texts.asOfNow();
        size = recorder.size();
    }

    @Override
    public TraceEvent get(int index) {
        return recorder.decode(Objects.checkIndex(index, size), names, texts);
    }

    @Override
    public int size() {
        return size;
    }

    /** One event from its words, see {@link TraceSink}. */
    public static TraceEvent decode(
            TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail, TraceNames names, TraceTexts texts) {
        return new TraceEvent(timeNs, cpu, kind, names.name(thread), TraceDetail.text(kind, detail, names, texts));
    }
}
