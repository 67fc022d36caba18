// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lwkt.runtime.program.Program;

/**
 * What the handlers of a run did. A vector knows handlers of one call, the same each time; so it is enough to know the first
 * call, and whether there was another one.
 */
final class HandlerLog {
    /** A handler of one thread: its values may be others than those of another thread. */
    private record Key(int owner, Program handler) {}

    /** What one handler did in all its runs. */
    static final class Behaviour {
        private long runs;
        private long calls;
        private Call first;
        private Call different;
        private Call last;

        /** The call of each run; null where there was none. */
        Call first() {
            return first;
        }

        /** A call that shows that the runs were not all alike, or made several; null if there is none. */
        Call different() {
            compareLast();
            return different != null || calls == 0 || calls == runs ? different : first;
        }

        private void add(Call call) {
            compareLast();
            calls++;
            if (first == null) {
                first = call;
            } else if (calls > runs && different == null) {
                different = call;
            }
            last = call;
        }

        /** Its values were not known yet when it was added. */
        private void compareLast() {
            if (last != null && different == null && !last.isLike(first)) {
                different = last;
            }
        }
    }

    private final Map<Key, Behaviour> behaviours = new LinkedHashMap<>();

    void starts(int owner, Program handler) {
        of(owner, handler).runs++;
    }

    void add(Program handler, Call call) {
        of(call.owner, handler).add(call);
    }

    /** What the handler of the call did, which has one. */
    Behaviour of(Call call) {
        return of(call.owner, call.handler);
    }

    private Behaviour of(int owner, Program handler) {
        return behaviours.computeIfAbsent(new Key(owner, handler), unused -> new Behaviour());
    }
}
