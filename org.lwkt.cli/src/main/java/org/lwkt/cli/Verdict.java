// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

/** The status that a command has come to so far: the worst of all that was added. */
final class Verdict {
    private ExitStatus status = ExitStatus.HELD;

    void add(ExitStatus other) {
        status = status.orWorse(other);
    }

    ExitStatus status() {
        return status;
    }
}
