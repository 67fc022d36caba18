// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import org.lwkt.dsl.conversion.Durations;
import org.lwkt.dsl.conversion.MalformedValueException;

/** A time on the command line, in the language's notation. */
final class TimeArgument {
    private TimeArgument() {}

    /** Nanoseconds, more than 0. */
    static long positive(String option, String text) {
        try {
            long timeNs = Durations.parseNs(text);
            if (timeNs > 0) {
                return timeNs;
            }
        } catch (MalformedValueException malformed) {
            throw new UsageException(option + ": " + malformed.getMessage());
        }
        throw new UsageException(option + " must be more than 0: '" + text + "'");
    }
}
