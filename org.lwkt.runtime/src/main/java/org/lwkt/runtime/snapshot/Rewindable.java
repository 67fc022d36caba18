// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/** Only grows, so that a snapshot need not copy it. Not looked into, and no part of a hash. */
public interface Rewindable {
    /** What {@link #rewind} needs to come back to how it is now. */
    Object mark();

    /**
     * Becomes as it was at {@code mark}, an answer of {@link #mark} to this object. May be called any number of times, and
     * with a mark that was set after one that was rewound to.
     */
    void rewind(Object mark);
}
