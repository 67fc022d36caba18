// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.function.Consumer;

/** {@code lwkt_msg_queue}: messages in the order in which they came. A wrong insertion or removal panics. */
final class MsgQueue {
    private final KernelObserver names;
    private LwktMsg first;
    private LwktMsg last;

    MsgQueue(KernelObserver names) {
        this.names = names;
    }

    LwktMsg first() {
        return first;
    }

    void insertTail(LwktMsg msg) {
        if (msg.queue != null) {
            throw panic("insert", msg);
        }
        msg.queue = this;
        msg.next = null;
        msg.prev = last;
        if (last == null) {
            first = msg;
        } else {
            last.next = msg;
        }
        last = msg;
    }

    void remove(LwktMsg msg) {
        MsgQueue queue = msg.queue;
        if (queue == null) {
            throw panic("remove", msg);
        }
        if (msg.prev == null) {
            queue.first = msg.next;
        } else {
            msg.prev.next = msg.next;
        }
        if (msg.next == null) {
            queue.last = msg.prev;
        } else {
            msg.next.prev = msg.prev;
        }
        msg.queue = null;
        msg.next = null;
        msg.prev = null;
    }

    void clear() {
        first = null;
        last = null;
    }

    void forEach(Consumer<LwktMsg> action) {
        for (LwktMsg msg = first; msg != null; msg = msg.next) {
            action.accept(msg);
        }
    }

    private KernelPanic panic(String operation, LwktMsg msg) {
        return new KernelPanic("tailq", operation + " ms_node " + names.identName(msg));
    }
}
