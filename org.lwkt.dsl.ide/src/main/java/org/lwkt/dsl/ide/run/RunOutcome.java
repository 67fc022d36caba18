// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.run;

/**
 * The answer to the command {@link RunCommand#NAME}.
 *
 * @param ran whether there was something to run; if not, {@code text} says why
 * @param held whether all of it ran to its end and held
 * @param text for the user: a report of each scenario and a summary
 */
public record RunOutcome(boolean ran, boolean held, String text) {}
