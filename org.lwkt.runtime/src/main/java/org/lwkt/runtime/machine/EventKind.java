// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What is due at an instant, in the order in which one instant takes them: arrivals before the progress of threads. */
final class EventKind {
    /** The hardclock's interrupt. */
    static final int TIMER = 0;
    /** A scripted device interrupt. */
    static final int DEVICE = 1;
    /** The hardware interrupt of an IPI. */
    static final int IPI = 2;
    /** A CPU goes on: fetches an instruction, ends a segment, or takes a polling turn. */
    static final int PROGRESS = 3;

    private EventKind() {}
}
