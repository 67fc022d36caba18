// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

/** What one instruction of a {@link Program} does. The comment names the operand. */
public enum Opcode {
    /** Uses the CPU. Operand: nanoseconds. */
    RUN,
    /** {@code lwkt_yield()}. */
    YIELD,
    /** {@code lwkt_yield_quick()}. */
    YIELD_QUICK,
    /** {@code lwkt_switch()}. */
    SWITCH,
    /** One turn of an interrupt thread's loop: sleeps until the next arrival unless one came while it ran. */
    WAIT,
    /** {@code crit_enter()}. */
    CRIT_ENTER,
    /** {@code crit_exit()}. */
    CRIT_EXIT,
    /** {@code lwkt_schedule()}. Operand: index of the thread in the scenario. */
    SCHEDULE,
    /** {@code lwkt_deschedule()}. Operand: index of the thread in the scenario. */
    DESCHEDULE,
    /** {@code lwkt_setpri_self()}. Operand: the priority. */
    SETPRI_SELF,
    /** {@code lwkt_migratecpu()}. Operand: the CPU. */
    MIGRATE,
    /** The thread function returns. Ends every program. */
    EXIT,
    /** Starts a counted loop: pushes a loop counter. Operand: the number of turns, at least 1. */
    LOOP_ENTER,
    /** Ends a turn of a counted loop: jumps back while turns are left, else pops the counter. Operand: target. */
    LOOP_NEXT,
    /** Operand: target, as an index into the program. */
    JUMP
}
