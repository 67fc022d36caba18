// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

/** Has a state that its fields show in more than one way, such as a ring buffer: tells it in one way. */
public interface Canonical {
    /** Adds the whole state and nothing else; what it refers to is hashed as well. */
    void describe(StateHasher hasher);
}
