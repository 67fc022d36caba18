// SPDX-License-Identifier: BSD-3-Clause
/**
 * A result as text for a person: at most 100 columns, plain ASCII but for the user's own names unless the style says
 * otherwise. Nothing here writes anywhere or knows a terminal; callers print the lines. It must not know the language
 * or the machine, only what a run leaves behind. Start with {@link org.lwkt.report.text.TextReport}.
 */
package org.lwkt.report.text;
