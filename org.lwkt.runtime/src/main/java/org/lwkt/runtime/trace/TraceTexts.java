// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

import java.util.ArrayList;
import java.util.List;

/** The texts of a run's events that carry one, by number. */
public final class TraceTexts {
    /** The number of a text that was not kept. */
    public static final int NONE = -1;

    private final List<String> texts = new ArrayList<>();

    /** Keeps the text and answers its number. */
    public int add(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    /** Empty for {@link #NONE}. */
    public String text(long number) {
        return number == NONE ? "" : texts.get((int) number);
    }
}
