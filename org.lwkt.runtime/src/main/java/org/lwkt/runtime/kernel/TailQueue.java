// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.function.Consumer;

/**
 * {@code TAILQ} of threads through one of their links. Inserting a thread that is on a list through that link already,
 * or removing one that is not, panics; the C macros would corrupt the list.
 */
final class TailQueue {
    /** The link of a thread that a queue uses. */
    static final class Link {
        TailQueue queue;
        LwktThread next;
        LwktThread prev;

        /** What {@code bzero()} does to it. */
        void reset() {
            queue = null;
            next = null;
            prev = null;
        }
    }

    /** Which of a thread's links. */
    enum Field {
        ALLQ("td_allq") {
            @Override
            Link of(LwktThread td) {
                return td.allqLink;
            }
        },
        SLEEPQ("td_sleepq") {
            @Override
            Link of(LwktThread td) {
                return td.sleepqLink;
            }
        };

        private final String cName;

        Field(String cName) {
            this.cName = cName;
        }

        abstract Link of(LwktThread td);
    }

    private final Field field;
    private final KernelObserver names;
    private LwktThread first;
    private LwktThread last;

    TailQueue(Field field, KernelObserver names) {
        this.field = field;
        this.names = names;
    }

    LwktThread first() {
        return first;
    }

    LwktThread next(LwktThread td) {
        return field.of(td).next;
    }

    void insertTail(LwktThread td) {
        Link link = field.of(td);
        if (link.queue != null) {
            throw panic("insert", td);
        }
        link.queue = this;
        link.next = null;
        link.prev = last;
        if (last == null) {
            first = td;
        } else {
            field.of(last).next = td;
        }
        last = td;
    }

    void remove(LwktThread td) {
        Link link = field.of(td);
        if (link.queue == null) {
            throw panic("remove", td);
        }
        TailQueue queue = link.queue;
        if (link.prev == null) {
            queue.first = link.next;
        } else {
            field.of(link.prev).next = link.next;
        }
        if (link.next == null) {
            queue.last = link.prev;
        } else {
            field.of(link.next).prev = link.prev;
        }
        link.reset();
    }

    void forEach(Consumer<LwktThread> action) {
        for (LwktThread td = first; td != null; td = next(td)) {
            action.accept(td);
        }
    }

    private KernelPanic panic(String operation, LwktThread td) {
        return new KernelPanic("tailq", operation + " " + field.cName + " " + names.name(td));
    }
}
