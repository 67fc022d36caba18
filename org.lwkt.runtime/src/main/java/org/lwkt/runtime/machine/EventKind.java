// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/** What is due at an instant, in the order in which one instant takes them: arrivals before the progress of threads. */
public final class EventKind {
    /** A CPU becomes slow, or fast again. */
    public static final int SPEED = 0;
    /** The hardclock's interrupt. */
    public static final int TIMER = 1;
    /** A scripted event, such as a device interrupt. */
    public static final int DEVICE = 2;
    /** The hardware interrupt of an IPI. */
    public static final int IPI = 3;
    /** A CPU goes on: fetches an instruction, ends a segment, or takes a polling turn. */
    public static final int PROGRESS = 4;

    private EventKind() {}
}
