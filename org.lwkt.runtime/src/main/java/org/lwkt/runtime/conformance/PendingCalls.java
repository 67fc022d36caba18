// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.lwkt.runtime.kernel.LwktThread;

/** The operations that threads are in the middle of, the innermost last: a fast interrupt may run one on top. */
final class PendingCalls {
    private final Map<LwktThread, Deque<OperationCall>> calls = new HashMap<>();

    void push(LwktThread td, OperationCall call) {
        calls.computeIfAbsent(td, unused -> new ArrayDeque<>()).push(call);
    }

    void pop(LwktThread td) {
        calls.get(td).pop();
    }

    OperationCall innermost(LwktThread td) {
        return calls.get(td).peek();
    }

    /** The thread's stack is gone, and with it what it was in the middle of. */
    void clear(LwktThread td) {
        calls.remove(td);
    }
}
