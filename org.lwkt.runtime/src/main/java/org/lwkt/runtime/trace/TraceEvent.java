// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.trace;

/**
 * One recorded event, decoded for a reader.
 *
 * @param timeNs virtual time
 * @param cpu where it happened
 * @param thread the thread it is about (for a switch: the one switched to), or empty
 * @param detail what else there is to say, such as the thread preempted or the IPI's function; may be empty
 */
public record TraceEvent(long timeNs, int cpu, Kind kind, String thread, String detail) {
    /** What sort of event. */
    public enum Kind {
        /** KTR {@code ctxsw_sw}: the CPU switched to the thread. */
        SWITCH,
        /** KTR {@code ctxsw_pre}: the thread preempted the current one, which {@code detail} names. */
        PREEMPT,
        /** The thread was made. */
        NEW_THREAD,
        /** KTR {@code ctxsw_deadtd}. */
        DEAD_THREAD,
        /** The first instruction of the thread runs. */
        START,
        /** The thread exits. */
        END,
        /** An IPI message was queued; {@code detail} says for which CPU and function. */
        IPI_SEND,
        /** An IPI message was taken; {@code detail} says from which CPU and function. */
        IPI_RECEIVE,
        /** The hardclock's interrupt arrived. */
        TICK,
        /** A device interrupt for the thread arrived. */
        INTERRUPT,
        /** An interrupt arrived in a critical section and was pended; {@code detail} says which. */
        PEND,
        /** The thread goes to sleep; {@code detail} names on what, if that has a name. */
        SLEEP,
        /** The thread is woken. */
        WAKEUP,
        /** {@code kprintf()}. */
        KPRINTF,
        /** The kernel panicked; {@code detail} is the message. */
        PANIC,
        /** A {@code mark}; {@code detail} is its name. */
        MARK,
        /** The thread starts to wait for the token that {@code detail} names. */
        TOKEN_WAIT,
        /** {@code wakeup()} of what {@code detail} names; without a thread where an event of the script calls it. */
        WAKEUP_CALL,
        /** The thread's sleep is over because its time is up. */
        TIMEOUT,
        /** A thread body did what cannot be done; {@code detail} is the message. */
        ERROR,
        /** Something went wrong or was made to, see {@link TraceFault}; {@code detail} says what. */
        FAULT,
        /** An event of the script makes a thread runnable that has not run yet. */
        SCHEDULE_CALL
    }
}
