// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import org.lwkt.runtime.snapshot.Unhashed;

/** {@code struct ipiq_stats}: what one CPU counted of the messages that it sent. */
@Unhashed
public final class IpiStats {
    long count;
    long fifoFull;
    long avoided;
    long passive;
    long csCount;

    IpiStats() {}

    /** {@code ipiq_count}: messages sent. */
    public long count() {
        return count;
    }

    /** {@code ipiq_fifofull}: times that a sender found the queue full. */
    public long fifoFull() {
        return fifoFull;
    }

    /** {@code ipiq_avoided}: messages that needed no hardware IPI of their own. */
    public long avoided() {
        return avoided;
    }

    /** {@code ipiq_passive}: messages sent without asking for an interrupt. */
    public long passive() {
        return passive;
    }

    /** {@code ipiq_cscount}: CPU synchronizations. */
    public long csCount() {
        return csCount;
    }
}
