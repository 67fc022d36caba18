// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

/**
 * A 128-bit digest over all events of a run in their order: two runs that did the same at the same times have the same
 * digest, whether or not their events were recorded. One block of MurmurHash3's 128-bit mixing per event; integer
 * arithmetic only, so the same on every platform. It tells runs apart, it does not withstand an adversary.
 */
public final class TraceDigest implements TraceSink {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final int CPU_SHIFT = 8;
    private static final int THREAD_SHIFT = 24;

    private long high;
    private long low;
    private long events;

    @Override
    public void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail) {
        // The thread is shifted by one so that "none" is 0; the detail is spread so that it cannot cancel the rest.
        long what = kind.ordinal() | (long) cpu << CPU_SHIFT | (thread + 1L) << THREAD_SHIFT;
        mix(timeNs, what ^ Long.rotateLeft(detail * SPREAD, 17));
        events++;
    }

    /** The detail word of an event with a text: a function of the text alone, unlike its number. */
    public static long ofText(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        return hash;
    }

    /** 32 hexadecimal digits; events may follow. */
    public String hex() {
        long first = high ^ events;
        long second = low ^ events;
        first += second;
        second += first;
        first = finish(first);
        second = finish(second);
        first += second;
        second += first;
        return digits(first) + digits(second);
    }

    private void mix(long first, long second) {
        high ^= Long.rotateLeft(first * C1, 31) * C2;
        high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52dce729;
        low ^= Long.rotateLeft(second * C2, 33) * C1;
        low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495ab5;
    }

    private static long finish(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private static String digits(long value) {
        String text = Long.toHexString(value);
        return "0".repeat(16 - text.length()) + text;
    }
}
