// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/** The ways in which a run may end that a scenario can expect by name, other than a panic. */
public enum Ending {
    /** Nothing is left but ticks, interrupt threads that wait and daemons that sleep. */
    QUIESCENT,
    /** A thread waits for something whose holder can never run. */
    DEADLOCK
}
