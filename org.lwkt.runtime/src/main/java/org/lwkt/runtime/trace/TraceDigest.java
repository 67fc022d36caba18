// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import org.lwkt.runtime.digest.Mixer;

/**
 * A 128-bit digest over all events of a run in their order: two runs that did the same at the same times have the same
 * digest, whether or not their events were recorded. One block of MurmurHash3's 128-bit mixing per event; integer
 * arithmetic only, so the same on every platform. It tells runs apart, it does not withstand an adversary.
 */
public final class TraceDigest implements TraceSink {
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final int CPU_SHIFT = 8;
    private static final int THREAD_SHIFT = 24;

    private final Mixer mixer = new Mixer();

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        // The thread is shifted by one so that "none" is 0; the detail is spread so that it cannot cancel the rest.
        long what = kind.ordinal() | (long) cpu << CPU_SHIFT | (thread + 1L) << THREAD_SHIFT;
        mixer.mix(timeNs, what ^ Long.rotateLeft(detail * SPREAD, 17));
    }

    /** The detail word of an event with a text: a function of the text alone, unlike its number. */
    public static long ofText(String text) {
        return Mixer.ofText(text);
    }

    /** 32 hexadecimal digits; events may follow. */
    public String hex() {
        return mixer.digest().toString();
    }
}
