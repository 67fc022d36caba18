// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

/** How a command ends, from the best to the worst: of several, the last of this list is the one that counts. */
enum ExitStatus {
    /** Everything held. */
    HELD(0),
    /** An expectation failed, a run ended in a way that nobody expected, a vector differed, or a file is not formatted. */
    FAILED(1),
    /** A budget or Ctrl-C ended a run. */
    STOPPED(4),
    /** The input is wrong, cannot be read, or is not there; or the output cannot be written. */
    BAD_INPUT(2),
    /** The command line is wrong. */
    USAGE(3),
    /** The tool itself is wrong. */
    DEFECT(70);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    ExitStatus orWorse(ExitStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
