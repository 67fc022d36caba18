// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

/** The command line is wrong in a way that its grammar does not show; the message says how. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
