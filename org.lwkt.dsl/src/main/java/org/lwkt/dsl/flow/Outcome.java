// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.flow;

/** What becomes of a run; a scenario may expect it. */
public enum Outcome {
    PANIC,
    DEADLOCK,
    LOST_WAKEUP,
    /** Nothing, but hardly what was meant. */
    NOTHING
}
