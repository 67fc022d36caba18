// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/** An event of which an expectation takes the first occurrence; of an array, that of each element. */
public sealed interface Moment {
    /** The first instruction of the thread runs. */
    record Start(String thread) implements Moment {}

    /** The thread exits. */
    record End(String thread) implements Moment {}

    /** Somebody comes to a {@code mark} of that name. */
    record Mark(String name) implements Moment {}

    /** {@code wakeup()} of the channel or one of its relatives is called, whether anybody sleeps on it or not. */
    record Wakeup(String channel) implements Moment {}

    /** A CPU switches to the thread, and the last one that did was another. */
    record Migrate(String thread) implements Moment {}

    /** The kernel panics. */
    record Panic() implements Moment {}
}
