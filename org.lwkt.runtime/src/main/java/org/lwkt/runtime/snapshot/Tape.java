// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import java.util.Arrays;

/** The values that a snapshot keeps, in the order in which they are read again. */
final class Tape {
    private static final int ROOM_FIRST = 1024;

    private long[] words = new long[ROOM_FIRST];
    private Object[] references = new Object[ROOM_FIRST];
    private int wordCount;
    private int referenceCount;

    void word(long value) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, wordCount * 2);
        }
        words[wordCount++] = value;
    }

    void reference(Object value) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, referenceCount * 2);
        }
        references[referenceCount++] = value;
    }

    /** Nothing more is written. */
    void finish() {
        words = Arrays.copyOf(words, wordCount);
        references = Arrays.copyOf(references, referenceCount);
    }

    Reader reader() {
        return new Reader();
    }

    /** Reads from the start. */
    final class Reader {
        private int nextWord;
        private int nextReference;

        long word() {
            return words[nextWord++];
        }

        Object reference() {
            return references[nextReference++];
        }
    }
}
