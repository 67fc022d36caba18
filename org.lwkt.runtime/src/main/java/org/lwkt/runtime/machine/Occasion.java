// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import java.util.List;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.snapshot.Constant;

/** When something of a script happens. Times are nanoseconds of virtual time. */
@Constant
public sealed interface Occasion {
    /** Once. */
    record At(long timeNs) implements Occasion {
        public At {
            require(timeNs >= 0, "the time of an event must not be negative: timeNs=" + timeNs);
        }
    }

    /**
     * Time and again.
     *
     * @param periodNs between two; 0: only the first
     * @param firstNs when it is due first
     * @param untilNs none is due at or after this time; {@link Long#MAX_VALUE} for no limit
     * @param jitterNs each comes up to that much later than it is due, drawn anew for each
     */
    record Every(long periodNs, long firstNs, long untilNs, long jitterNs) implements Occasion {
        public Every {
            require(
                    firstNs >= 0 && periodNs >= 0 && jitterNs >= 0,
                    "times of an event must not be negative: firstNs=" + firstNs + " periodNs=" + periodNs
                            + " jitterNs=" + jitterNs);
        }
    }

    /**
     * Each time that all of the conditions have come true: they are looked at after all events of an instant, hold now and
     * did not hold at the look before. Nothing holds before time 0.
     *
     * @param conditions expressions over the state of the machine; one for each element of an array
     * @param once only the first time
     * @param afterNs from then until it happens; what comes true again in the meantime adds nothing
     */
    record When(List<Expr> conditions, boolean once, long afterNs) implements Occasion {
        public When {
            conditions = List.copyOf(conditions);
            require(!conditions.isEmpty(), "an event without a condition");
            require(afterNs >= 0, "times of an event must not be negative: afterNs=" + afterNs);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
