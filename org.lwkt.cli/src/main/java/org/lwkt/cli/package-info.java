// SPDX-License-Identifier: BSD-3-Clause
/**
 * The {@code lwkt} command: one class per subcommand, and what they share to find files, to talk to the terminal and to
 * end with the right status. Results go to standard output, messages to standard error. Nothing here knows the
 * language's classes but {@code XtextLanguage}, and {@code TimeArgument} how it writes times, so that a command that needs no language never loads it. Start with
 * {@link org.lwkt.cli.Main}.
 */
package org.lwkt.cli;
