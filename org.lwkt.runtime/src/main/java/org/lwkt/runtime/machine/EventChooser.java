// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

/**
 * Decides what comes next where several events are due at one nanosecond: the hook of an exploration. Asked anew after each
 * event, since that may have added some. What it remembers is part of the run: it must be plain data.
 */
@FunctionalInterface
public interface EventChooser {
    /** Answers the place in {@code due}, which holds at least two events, of the one to come next. */
    int choose(DueEvents due);
}
