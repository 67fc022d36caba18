// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.snapshot.Rewindable;

/** The texts of a run's events that carry one, by number. */
public final class TraceTexts implements Rewindable {
    /** The number of a text that was not kept. */
    public static final int NONE = -1;

    /** Shared with marks and readers: texts are added, and nothing else. */
    private List<String> texts = new ArrayList<>();

    /** Keeps the text and answers its number. */
    public int add(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    /** Empty for {@link #NONE}. */
    public String text(long number) {
        return number == NONE ? "" : texts.get((int) number);
    }

    /** The texts so far, to be read only: it stays as it is while this one goes on or is rewound. */
    TraceTexts asOfNow() {
        TraceTexts now = new TraceTexts();
        now.texts = texts;
        return now;
    }

    @Override
    public Object mark() {
        return new Mark(texts, texts.size());
    }

    @Override
    public void rewind(Object mark) {
        Mark then = (Mark) mark;
        texts = new ArrayList<>(then.texts.subList(0, then.size));
    }

    private record Mark(List<String> texts, int size) {}
}
