// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

/** A text is no value of the kind that was asked for; the message is for the user. */
public final class MalformedValueException extends Exception {
    MalformedValueException(String message) {
        super(message, null, false, false);
    }
}
