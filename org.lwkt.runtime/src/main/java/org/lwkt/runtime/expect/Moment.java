// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.expect;

/** An event of which an expectation takes the first occurrence. */
public sealed interface Moment {
    /** The first instruction of the thread runs. */
    record Start(String thread) implements Moment {}

    /** The thread exits. */
    record End(String thread) implements Moment {}

    /** Somebody comes to a {@code mark} of that name. */
    record Mark(String name) implements Moment {}

    /** The kernel panics. */
    record Panic() implements Moment {}
}
