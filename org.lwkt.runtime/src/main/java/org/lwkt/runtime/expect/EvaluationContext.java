// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

import java.util.List;
import java.util.stream.IntStream;
import org.lwkt.runtime.trace.TraceNames;
import org.lwkt.runtime.trace.TraceTexts;

/**
 * What all expectations of a run share.
 *
 * @param cpus how many the machine has
 * @param names behind its events
 * @param texts behind its events
 */
record EvaluationContext(int cpus, TraceNames names, TraceTexts texts) {
    /** @throws IllegalArgumentException if no declared thread, and no array of threads, has that name */
    Elements threads(String name) {
        return new Elements("thread", name, declared());
    }

    /** @throws IllegalArgumentException if no resource, and no array of resources, has that name */
    Elements resources(String name) {
        return new Elements("resource", name, names.resources());
    }

    private List<String> declared() {
        return IntStream.range(0, names.declared()).mapToObj(names::name).toList();
    }
}
