// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of {@code lwkt}. Its grammar is built by calls and not by annotations, which would cost time at each start. */
interface Subcommand {
    String name();

    /** Options, arguments and help; asked for once per call of the tool. */
    CommandSpec grammar();

    /**
     * Does the work and adds what it comes to.
     *
     * @throws UsageException where arguments do not go together
     * @throws OutputClosedException where nobody takes the output
     */
    void run(ParseResult arguments, Session session);
}
