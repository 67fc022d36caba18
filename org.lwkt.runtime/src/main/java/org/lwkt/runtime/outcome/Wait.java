// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.outcome;

import java.util.List;
import org.lwkt.runtime.source.SourcePosition;

/**
 * What one thread waits for at the end of a run.
 *
 * @param what what sort of thing it waits for
 * @param resource its name; empty where it has none
 * @param sinceNs when the wait began, in virtual time
 * @param position the statement that waits
 * @param holders who holds it, or owes the reply
 * @param enders the statements that could have ended the wait
 * @param lastEndNs when one of those last ran, or -1: never
 */
public record Wait(
        String thread,
        What what,
        String resource,
        long sinceNs,
        SourcePosition position,
        List<Holder> holders,
        List<Ender> enders,
        long lastEndNs) {
    public Wait {
        holders = List.copyOf(holders);
        enders = List.copyOf(enders);
    }

    /** What sort of thing a thread waits for. */
    public enum What {
        TOKEN,
        SPINLOCK,
        SERIALIZER,
        LOCK,
        /** A message on a port. */
        PORT,
        /** The reply to a message. */
        REPLY,
        /** Another CPU, which is to take IPIs or to acknowledge a synchronization. */
        CPU,
        /** A thread that was given away. */
        ACQUIRE,
        /** A wake-up. */
        CHANNEL,
        /** To be scheduled by somebody. */
        SCHEDULE,
        /** The next device interrupt. */
        INTERRUPT;

        /** Whether somebody in particular must run for the wait to end. */
        public boolean hasHolder() {
            return ordinal() <= ACQUIRE.ordinal() && this != PORT;
        }

        /** Whether anybody may end the wait, so that one which never ends is a lost wake-up. */
        public boolean isForWakeup() {
            return this == CHANNEL || this == PORT || this == SCHEDULE;
        }
    }

    /**
     * Who holds what another waits for.
     *
     * @param state what it does, in words: {@code sleeps on rxring}, {@code has ended}, {@code is the waiting thread itself}
     * @param position the statement where it stands, or {@link SourcePosition#NONE}
     */
    public record Holder(String thread, String state, SourcePosition position) {}

    /** A statement of the scenario that ends such a wait, and whose it is; empty for an event. */
    public record Ender(String thread, SourcePosition position) {}
}
