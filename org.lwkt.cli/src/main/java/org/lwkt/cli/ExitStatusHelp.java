// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

/** The part of every help text that explains the exit status. */
final class ExitStatusHelp {
    private ExitStatusHelp() {}

    static String[] lines() {
        return new String[] {
            "",
            "Exit status:",
            "   0  everything held",
            "   1  an expectation failed, a run ended in a way nobody expected, a vector differed, or a file",
            "      is not formatted",
            "   2  the input is wrong, cannot be read or is not there, or the output cannot be written",
            "   3  the command line is wrong",
            "   4  a budget or Ctrl-C ended a run",
            "  70  a defect of lwkt itself",
            "Of several: 70, 3, 2, 4, 1."
        };
    }
}
