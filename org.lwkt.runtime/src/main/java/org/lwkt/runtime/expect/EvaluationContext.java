// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceTexts;

/** What all expectations of a run share: the names behind its events. */
record EvaluationContext(TraceNames names, TraceTexts texts) {
    /** @throws IllegalArgumentException if no declared thread has that name */
    int thread(String name) {
        for (int index = 0; index < names.declared(); index++) {
            if (names.name(index).equals(name)) {
                return index;
            }
        }
        throw new IllegalArgumentException("no thread is called " + name);
    }
}
