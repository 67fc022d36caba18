// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.report.text;

import org.lwkt.runtime.trace.TraceEvent;

/** The sign of an event below a lane. Where several fall into one column, the first of this list is shown. */
enum TimelineMark {
    PANIC('*', "panic"),
    FAULT('#', "fault"),
    PREEMPT('!', "preemption"),
    INTERRUPT('^', "device interrupt"),
    EVENT('@', "wakeup or start by an event"),
    PEND('~', "interrupt pended"),
    IPI_RECEIVE('<', "IPI taken"),
    IPI_SEND('>', "IPI sent"),
    TICK('\'', "tick");

    final char sign;
    final String meaning;

    TimelineMark(char sign, String meaning) {
        this.sign = sign;
        this.meaning = meaning;
    }

    /** The mark of an event, or {@code null} where the lane itself shows it. */
    static TimelineMark of(TraceEvent event) {
        return switch (event.kind()) {
            case PANIC -> PANIC;
            case FAULT -> FAULT;
            case PREEMPT -> PREEMPT;
            case INTERRUPT -> INTERRUPT;
            case PEND -> PEND;
            case IPI_RECEIVE -> IPI_RECEIVE;
            case IPI_SEND -> IPI_SEND;
            case TICK -> TICK;
            case SCHEDULE_CALL -> EVENT;
            case WAKEUP_CALL -> event.thread().isEmpty() ? EVENT : null;
            case SWITCH,
                    NEW_THREAD,
                    DEAD_THREAD,
                    START,
                    END,
                    SLEEP,
                    WAKEUP,
                    KPRINTF,
                    MARK,
                    TOKEN_WAIT,
                    TIMEOUT,
                    ERROR -> null;
        };
    }
}
