// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.trace.TraceEvent;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceReader;
import org.lwkt.runtime.trace.TraceTexts;

/** The last few events that bear on an expectation, as words, so that keeping them costs nothing while the run goes on. */
final class Evidence {
    /** How many events explain an outcome to a reader without drowning it. */
    static final int MOST = 4;

    /** Of nothing; never added to. */
    static final Evidence NONE = new Evidence();

    private static final TraceEvent.Kind[] KINDS = TraceEvent.Kind.values();

    private final int[] kinds = new int[MOST];
    private final long[] times = new long[MOST];
    private final int[] cpus = new int[MOST];
    private final int[] threads = new int[MOST];
    private final long[] details = new long[MOST];
    private int next;
    private int kept;

    void add(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        kinds[next] = kind.ordinal();
        times[next] = timeNs;
        cpus[next] = cpu;
        threads[next] = thread;
        details[next] = detail;
        next = (next + 1) % MOST;
        kept = Math.min(kept + 1, MOST);
    }

    /** Takes over what the other has kept until now. */
    void become(Evidence other) {
        System.arraycopy(other.kinds, 0, kinds, 0, MOST);
        System.arraycopy(other.times, 0, times, 0, MOST);
        System.arraycopy(other.cpus, 0, cpus, 0, MOST);
        System.arraycopy(other.threads, 0, threads, 0, MOST);
        System.arraycopy(other.details, 0, details, 0, MOST);
        next = other.next;
        kept = other.kept;
    }

    /** The events, oldest first. */
    List<TraceEvent> events(TraceNames names, TraceTexts texts) {
        List<TraceEvent> events = new ArrayList<>();
        for (int back = kept; back > 0; back--) {
            int at = Math.floorMod(next - back, MOST);
            events.add(
                    TraceReader.decode(KINDS[kinds[at]], times[at], cpus[at], threads[at], details[at], names, texts));
        }
        return events;
    }
}
