// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

/**
 * Takes events while a run goes on, in the order in which they happen. Called for every one of them, so that an
 * implementation must neither allocate nor search.
 */
public interface TraceSink {
    /**
     * @param thread index of the thread that the event is about, see {@link TraceNames}, or {@link TraceNames#NONE}
     * @param detail what {@link TraceDetail} says for the kind
     */
    void event(TraceEvent.Kind kind, long timeNs, int cpu, int thread, long detail);
}
